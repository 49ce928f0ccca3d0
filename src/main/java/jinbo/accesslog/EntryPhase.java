package jinbo.accesslog;

/** The kind of an entry of the access log. */
public enum EntryPhase {
    /** The begin entry of an access, committed before the first number is read. */
    INTENT,
    /** The result of an access, with the outcome and the count of numbers. */
    RESULT,
    /** An access that was not allowed; nothing was read. */
    REFUSAL
}
