package jinbo.accesslog.tlog;

/** Something from outside cannot be taken for what it claims to be. */
public abstract sealed class TlogException extends Exception permits TlogFormatException, UnverifiedNoteException {

    private static final long serialVersionUID = 1L;

    TlogException(String message) {
        super(message);
    }
}
