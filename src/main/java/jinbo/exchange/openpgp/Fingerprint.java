package jinbo.exchange.openpgp;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The fingerprint of an OpenPGP key: 40 upper-case hex digits for version 4, 64 for 6 (RFC 9580, section 5.5.4). */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

    public Fingerprint {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A fingerprint is 40 or 64 hex digits in upper case");
        }
    }

    /** Accepts lower case and spaces. */
    public static Fingerprint parse(String text) {
        return new Fingerprint(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    /** Formats it in groups of four digits, as GnuPG does. */
    public String toGroupedString() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public int compareTo(Fingerprint other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
