package jinbo.accesslog;

/** In which role somebody acts; the words of {@code exchange-formats/access-log}. */
public enum ActorRole {
    /** The scheduled or commanded jobs. */
    BATCH,
    /** Runs the exchange. */
    OPERATOR,
    /** Keeps keys and certificates, and says who acts. */
    KEY_OFFICER,
    /** Reads the access log. */
    AUDITOR,
    /** The program itself, for example at a start after a restore. */
    SYSTEM,
    /** The holder of a number, known by a code that was sent to it. */
    CONSUMER
}
