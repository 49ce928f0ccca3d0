package jinbo.accesslog.tlog;

/** A note, checkpoint or proof from outside is invalid or not signed by the required key. */
public abstract sealed class TlogException extends Exception permits TlogFormatException, UnverifiedNoteException {

    TlogException(String message) {
        super(message);
    }
}
