package jinbo.accesslog.tlog;

import java.util.regex.Pattern;

/** What the values of an entry may be; messages name the field and never the value. */
final class EntryLimits {

    /** The largest integer that every JSON reader takes exactly (RFC 8785, 3.2.2.3). */
    static final long MOST = (1L << 53) - 1;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private EntryLimits() {}

    static void text(String field, String value) {
        require(!value.isEmpty(), field, "is empty");
        require(
                value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE),
                field,
                "has a lone surrogate");
    }

    static void count(String field, long value) {
        require(value >= 0 && value <= MOST, field, "is not 0 to 2^53 - 1");
    }

    static void hex(String field, String value) {
        require(HEX.matcher(value).matches(), field, "is not 64 lower-case hex digits");
    }

    static void name(String field, String value) {
        require(NAME.matcher(value).matches(), field, "has a name that is not lower-case ASCII");
    }

    static void require(boolean met, String field, String problem) {
        if (!met) {
            throw new IllegalArgumentException(field + " " + problem);
        }
    }
}
