package jinbo.envelope;

/**
 * One thing that was found when a certificate was looked at.
 *
 * @param code what kind of finding
 * @param sentence what is so, and what to do where it is bad
 */
public record CertificateFinding(Code code, String sentence) {

    /** The kinds of finding. */
    public enum Code {
        /** A key may sign. */
        SIGNING_KEY,
        /** A key may be encrypted to. */
        ENCRYPTION_KEY,
        /** The certificate, or a key that it cannot do without, ends on a day to be remembered. */
        EXPIRES,
        /** A key of the certificate is passed over; another may do. */
        KEY_NOT_USED,
        /** The primary key is expired, revoked, too weak or not validly signed by itself. */
        PRIMARY_NOT_GOOD,
        /** No key may sign. */
        NO_SIGNING_KEY,
        /** No key may be encrypted to. */
        NO_ENCRYPTION_KEY;

        /** Whether a certificate with such a finding is refused. */
        public boolean refuses() {
            return ordinal() >= PRIMARY_NOT_GOOD.ordinal();
        }
    }
}
