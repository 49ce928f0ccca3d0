package jinbo.platform.home;

import java.time.Instant;

/** The clock stands before the last entry of the access log. */
public final class ClockBeforeLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant now;
    private final Instant lastEntry;

    public ClockBeforeLogException(Instant now, Instant lastEntry) {
        super("The clock says " + now + ", but the access log's last entry was written at " + lastEntry
                + "; correct the clock (or the setting jinbo.clock)");
        this.now = now;
        this.lastEntry = lastEntry;
    }

    /** What the clock says. */
    public Instant now() {
        return now;
    }

    /** When the last entry was written. */
    public Instant lastEntry() {
        return lastEntry;
    }
}
