package jinbo.accesslog.tlog;

/** A note is sound in form, and not signed by the key that it should be signed by. */
public final class UnverifiedNoteException extends TlogException {

    /** What is wrong. */
    public enum Reason {
        /** No signature line has the key's name and id. */
        NOT_SIGNED_BY_KEY,
        /** A signature line has the key's name and id, and the key did not make the signature. */
        SIGNATURE_WRONG,
        /** The key's owner signed another log's checkpoint. */
        OTHER_ORIGIN
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String keyName;

    UnverifiedNoteException(Reason reason, String keyName, String message) {
        super(message);
        this.reason = reason;
        this.keyName = keyName;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The name of the key that should have signed. */
    public String keyName() {
        return keyName;
    }
}
