package jinbo.accesslog.tlog;

/** A note is sound in form, and not signed by the key that it should be signed by. */
public final class UnverifiedNoteException extends TlogException {

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

    UnverifiedNoteException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
