package jinbo.accesslog;

public enum EntryPhase {
    /** Committed before the first number is read. */
    INTENT,
    /** With the outcome and the count of numbers. */
    RESULT,
    /** Not allowed; nothing was read. */
    REFUSAL
}
