package jinbo.batch.collect;

/** A file that shall be taken in again is none of those that were lost, or has been taken in again already. */
public final class NotRecoverableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecoverableException() {
        super(
                "No upload that was lost in a restore and waits to be taken in again has that name; see \"recovery list\"");
    }
}
