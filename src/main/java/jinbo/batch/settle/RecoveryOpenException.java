package jinbo.batch.settle;

/** The database has come back from a back-up, and what it does not know is not settled. */
final class RecoveryOpenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecoveryOpenException() {
        super(
                "no case is sent, told of or closed as long as a recovery is not settled:"
                        + " see \"recovery list\", take the uploads in again with \"recovery ingest\", and then \"recovery settle\"");
    }
}
