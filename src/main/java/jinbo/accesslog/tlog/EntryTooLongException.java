package jinbo.accesslog.tlog;

/** An entry would have more bytes than the two of its length can tell. */
public final class EntryTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int length;

    EntryTooLongException(long id, int length) {
        super("Access log entry " + id + " would have " + length
                + " bytes, and 65,535 are the most: give a shorter purpose");
        this.length = length;
    }

    /** How many bytes it would have. */
    public int length() {
        return length;
    }
}
