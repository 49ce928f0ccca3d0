package jinbo.accesslog.tlog;

/** Where in an access an entry stands. */
public enum EntryPhase {
    /** Announced, before the first number is read. */
    INTENT,
    /** Ended. */
    RESULT,
    /** Not allowed; nothing was read. */
    REFUSAL
}
