package jinbo.accesslog.tlog;

/** In which role somebody acted. */
public enum EntryRole {
    /** The scheduled or commanded jobs. */
    BATCH,
    /** Runs the exchange. */
    OPERATOR,
    /** Keeps keys and certificates. */
    KEY_OFFICER,
    /** Reads the access log. */
    AUDITOR,
    /** The program itself, for example at a start after a restore. */
    SYSTEM,
    /** The holder of a number, known by a code that was sent to it. */
    CONSUMER
}
