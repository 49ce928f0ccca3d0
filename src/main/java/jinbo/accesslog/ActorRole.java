package jinbo.accesslog;

/** In which role somebody acts; the words of {@code exchange-formats/access-log}. */
public enum ActorRole {
    BATCH,
    OPERATOR,
    /** Keeps keys and certificates, and says who acts. */
    KEY_OFFICER,
    AUDITOR,
    /** The program itself, for example at a start after a restore. */
    SYSTEM,
    /** The holder of a number, known by a code that was sent to it. */
    CONSUMER
}
