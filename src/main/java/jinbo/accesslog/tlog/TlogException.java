package jinbo.accesslog.tlog;

/** Foreign data is invalid or not authentic. */
public abstract sealed class TlogException extends Exception permits TlogFormatException, UnverifiedNoteException {

    private static final long serialVersionUID = 1L;

    TlogException(String message) {
        super(message);
    }
}
