package jinbo.accesslog.tlog;

public final class EntryCountMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long found;

    EntryCountMismatchException(long size, long found) {
        super("The checkpoint covers " + size + " entries, and there are " + found + (found > size ? " or more" : "")
                + "; entries were removed or added behind the log's back");
        this.found = found;
    }

    /** How many there are, or one more than the checkpoint covers if there are too many. */
    public long found() {
        return found;
    }
}
