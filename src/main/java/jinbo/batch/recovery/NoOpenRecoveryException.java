package jinbo.batch.recovery;

/** There is no recovery that waits to be settled. */
public final class NoOpenRecoveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One that says so. */
    public NoOpenRecoveryException() {
        super("Nothing waits to be settled: no record is older than what lies on the drops");
    }
}
