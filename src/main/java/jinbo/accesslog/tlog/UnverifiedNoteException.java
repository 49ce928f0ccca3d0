package jinbo.accesslog.tlog;

/** A note has a valid format, but is not signed by the required key. */
public final class UnverifiedNoteException extends TlogException {

    public enum Reason {
        NOT_SIGNED_BY_KEY,
        /** A signature line with the name and id of the key does not match the text. */
        SIGNATURE_WRONG,
        /** The key signed it, but it is the checkpoint of another log. */
        OTHER_ORIGIN
    }

    private final Reason reason;

    UnverifiedNoteException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
