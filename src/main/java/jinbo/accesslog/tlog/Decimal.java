package jinbo.accesslog.tlog;

import java.util.OptionalLong;

/** Numbers as C2SP's formats spell them: ASCII digits without sign or leading zeros, at most {@link Long#MAX_VALUE}. */
final class Decimal {

    private static final int MOST_DIGITS = 19;

    private Decimal() {}

    static OptionalLong parse(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    static long parse(String text, String format, String place) throws TlogFormatException {
        return parse(text)
                .orElseThrow(() -> new TlogFormatException(
                        format, place, "is not a decimal number without leading zeros, or too large"));
    }
}
