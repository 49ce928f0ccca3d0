package jinbo.batch.collect;

/** A file that shall be ingested again is none of those that were lost, or has been ingested again already. */
public final class NotRecoverableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecoverableException() {
        super(
                "No upload that was lost in a restore and waits to be ingested again has that name; see \"recovery list\"");
    }
}
