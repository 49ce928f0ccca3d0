package jinbo.exchange.openpgp;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The fingerprint of an OpenPGP key (RFC 9580, section 5.5.4), by which people compare keys over the telephone.
 *
 * @param value 40 upper-case hex digits for a key of version 4, 64 for one of version 6
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

    private static final int GROUP = 4;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

    /** @throws IllegalArgumentException if the value is not 40 or 64 upper-case hex digits */
    public Fingerprint {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A fingerprint is 40 or 64 hex digits in upper case");
        }
    }

    /**
     * Reads what people paste: lower case, and spaces between the groups, are fine.
     *
     * @throws IllegalArgumentException if it is not 40 or 64 hex digits then
     */
    public static Fingerprint parse(String text) {
        return new Fingerprint(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    /** As GnuPG shows it and people read it out: in groups of four. */
    public String inGroups() {
        return value.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
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
