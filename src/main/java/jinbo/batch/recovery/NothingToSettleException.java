package jinbo.batch.recovery;

/** There is no restoration that waits to be settled. */
public final class NothingToSettleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One that says so. */
    public NothingToSettleException() {
        super("Nothing waits to be settled: no record is older than what lies on the drops");
    }
}
