package jinbo.accesslog;

/**
 * The phone number of an access, as HMAC-SHA-256 (RFC 2104) of the 11 digits in 64 lower-case hex digits. The epoch is
 * the calendar year of the key; once that key is destroyed, nobody can find the number from the hash.
 */
public record Subject(int epoch, String hmac) {

    private static final String SEPARATOR = ":";

    /** @throws IllegalArgumentException if the text is not an epoch and a hash */
    public static Subject parse(String text) {
        int colon = text.indexOf(SEPARATOR);
        if (colon < 0) {
            throw new IllegalArgumentException("subject has no epoch before a colon");
        }
        return new Subject(Integer.parseInt(text, 0, colon, 10), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return epoch + SEPARATOR + hmac;
    }
}
