package jinbo.consumer;

import java.time.Duration;

/** The limit of accesses a day for one number is reached. */
public final class TooManyViewsException extends RuntimeException {

    private final Duration after;

    public TooManyViewsException(Duration after) {
        super("The limit of views or codes for this number is reached today");
        this.after = after;
    }

    /** Returns how long to wait. */
    public Duration after() {
        return after;
    }
}
