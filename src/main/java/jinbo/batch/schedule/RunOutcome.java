package jinbo.batch.schedule;

/** How a scheduled run has ended. */
public enum RunOutcome {
    /** All work is done. */
    DONE,
    /** Some work is unfinished. */
    LEFT,
    /** The run was interrupted by a stop request, and continues on another node or after a restart. */
    STOPPED,
    /** The run could not begin in time. */
    MISSED
}
