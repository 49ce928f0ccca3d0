package jinbo.accesslog.tlog;

/** A note is valid, but not signed by the required key. */
public final class UnverifiedNoteException extends TlogException {

    public enum Reason {
        NOT_SIGNED_BY_KEY,
        /** A line with the key's name and id has a wrong signature. */
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
