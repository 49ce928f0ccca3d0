package jinbo.accesslog.tlog;

/**
 * The number that was looked at, as a keyed hash.
 *
 * @param epoch of the key, 0 to 2^53 - 1
 * @param hmac HMAC-SHA-256 of the number under that key, 64 lower-case hex digits
 */
public record EntrySubject(long epoch, String hmac) {

    private static final String SEPARATOR = ":";

    /** @throws IllegalArgumentException if epoch or hash cannot be */
    public EntrySubject {
        EntryLimits.count("subject", epoch);
        EntryLimits.hex("subject", hmac);
    }

    /** @throws IllegalArgumentException if the text is not an epoch, a colon and a hash */
    static EntrySubject parse(String text) {
        int colon = text.indexOf(SEPARATOR);
        long epoch = Decimal.parse(text.substring(0, Math.max(colon, 0)))
                .orElseThrow(() -> new IllegalArgumentException("subject has no epoch before a colon"));
        return new EntrySubject(epoch, text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return epoch + SEPARATOR + hmac;
    }
}
