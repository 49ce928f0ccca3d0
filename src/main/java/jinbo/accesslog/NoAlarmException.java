package jinbo.accesslog;

/** There is no alarm that waits for a decision. */
public final class NoAlarmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One that says so. */
    public NoAlarmException() {
        super("No alarm of the access log waits for a decision");
    }
}
