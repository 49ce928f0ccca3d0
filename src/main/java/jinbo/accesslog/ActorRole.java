package jinbo.accesslog;

/** The role in which an actor makes an access, as in {@code exchange-formats/access-log}. */
public enum ActorRole {
    BATCH,
    OPERATOR,
    KEY_OFFICER,
    AUDITOR,
    /** The program itself, for example at a start after a restore. */
    SYSTEM,
    /** The holder of a number, who has entered a code that was sent to that number. */
    CONSUMER
}
