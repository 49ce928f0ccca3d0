package jinbo.cases;

/** The result of a case: proposed by rule, decided by two people. */
public enum CaseRuling {
    VIOLATION,
    /** The call was within the grace period (rule 1). */
    GRACE,
    /** The call served a policy in force that was sold by telephone, or sold nothing (rule 7). */
    SERVICE_CALL,
    /** The insurer was not notified of the block in time, and not for a reason of its own. */
    NOT_TOLD_IN_TIME,
    NOT_BLOCKED,
    NOT_ITS_CALL,
    FILED_TWICE;

    public CaseState decided() {
        return this == VIOLATION ? CaseState.UPHELD : CaseState.DISMISSED;
    }
}
