package jinbo.exchange.openpgp;

/** Key material that cannot be used, with the reason as a value. */
public final class UnusableKeyException extends RuntimeException {

    /** What is wrong with the key material. */
    public enum Reason {
        /** Not one OpenPGP key of the kind that is wanted. */
        UNREADABLE,
        /** A key of an algorithm that is in no row of the policy. */
        ALGORITHM,
        /** A secret key where a public one should be; whoever sent it must replace it. */
        SECRET_MATERIAL,
        /** More than one certificate. */
        SEVERAL,
        /** Larger than any certificate of an insurer needs to be. */
        TOO_LARGE,
        /** The passphrase is missing or wrong. */
        PASSPHRASE,
        /** A file is there already; a secret key is never overwritten. */
        EXISTS,
        /** Others than the owner can get into the folder in which a secret key should be put. */
        EXPOSED,
        /** The private half of the primary key, which alone may revoke, is not there. */
        NO_PRIMARY,
        /** No key of it may sign, or be encrypted to, at the time wanted. */
        NOT_GOOD_NOW
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusableKeyException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnusableKeyException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
