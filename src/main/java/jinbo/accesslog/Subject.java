package jinbo.accesslog;

/**
 * The one phone number that an access looked at, as the log may hold it. Whoever has the epoch's key can try all numbers, so
 * it is erased when that key is destroyed.
 *
 * @param epoch the calendar year whose key it is
 * @param hmac HMAC-SHA-256 (RFC 2104) of the 11 digits under that key, 64 lower-case hex digits
 */
public record Subject(int epoch, String hmac) {

    private static final String SEPARATOR = ":";

    /**
     * Reads what stands in the log or was kept beside it.
     *
     * @throws IllegalArgumentException if the text is no epoch with a hash
     */
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
