package jinbo.accesslog.tlog;

/** A note has a valid format, but is not signed by the required key, or is the checkpoint of another log. */
public final class UnverifiedNoteException extends TlogException {

    UnverifiedNoteException(String message) {
        super(message);
    }
}
