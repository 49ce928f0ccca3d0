package jinbo.accesslog;

/** The roles of {@code exchange-formats/access-log}. */
public enum ActorRole {
    BATCH,
    OPERATOR,
    KEY_OFFICER,
    AUDITOR,
    /** For example at a start after a restore. */
    SYSTEM,
    /** The holder of a number, known by a code that was sent to it. */
    CONSUMER
}
