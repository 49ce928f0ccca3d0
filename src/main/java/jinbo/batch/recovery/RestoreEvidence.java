package jinbo.batch.recovery;

/** What else shows that the database is older than what has left: files on one insurer's drop alone are no proof, its owner may have put them there. */
public enum RestoreEvidence {
    /** Lists in our own spool, or its note of the highest sequence that was sent, are newer than their records. */
    SPOOL,
    /** Another insurer's drop holds files that no record knows, too. */
    SECOND_DROP,
    /** The access log is older than a head that was signed, or was until people accepted that. */
    CHECKPOINT,
    /** The insurer has signed that it applied a list that no record knows. */
    ACKNOWLEDGEMENT,
    /** It was noticed by a version that asked for nothing else. */
    NOTICED_BEFORE
}
