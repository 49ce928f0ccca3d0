package jinbo.batch;

/** What was given as a password is none. */
public final class UnusablePasswordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusablePasswordException() {
        super("A password has 1 to 256 characters, all on one line and none that steers a terminal");
    }
}
