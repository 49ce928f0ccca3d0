package jinbo.batch.schedule;

public enum RunOutcome {
    /** All that was there is done. */
    DONE,
    /** Something is left undone. */
    LEFT,
    /** The program was told to end; the run goes on elsewhere, or when the program is back. */
    STOPPED,
    /** It could not begin in time and was left out. */
    MISSED
}
