package jinbo.batch;

/** Another process is at this run of a job. */
public final class RunUnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunUnderWayException(String job) {
        super("Another process is running " + job + "; run again after it has finished");
    }
}
