package jinbo.consumer;

import java.time.Duration;

/** Of one number more was looked at within a day than anybody has reason to; nothing more is shown until the day is over. */
public final class TooManyViewsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration after;

    public TooManyViewsException(Duration after) {
        super("Of one number no more is shown today");
        this.after = after;
    }

    /** When there is room again. */
    public Duration after() {
        return after;
    }
}
