package jinbo.accesslog;

/** Where in an access an entry stands. */
public enum EntryPhase {
    /** Announced; committed before the first number is read. */
    INTENT,
    /** Ended; says how many numbers and with what outcome. */
    RESULT,
    /** Not allowed; nothing was read. */
    REFUSAL
}
