package jinbo.accesslog;

/** There is no alarm that waits for a decision. */
public final class NoOpenAlarmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One that says so. */
    public NoOpenAlarmException() {
        super("No alarm of the access log waits for a decision");
    }
}
