package jinbo.batch.schedule;

public enum RunOutcome {
    /** Complete. */
    DONE,
    /** Some work is unfinished. */
    LEFT,
    /** Interrupted by a stop request; continues on another node or after a restart. */
    STOPPED,
    /** Could not begin in time. */
    MISSED
}
