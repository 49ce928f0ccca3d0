package jinbo.cases;

/** What a call turns out to have been: proposed by rule, decided by two people. */
public enum CaseRuling {
    /** It broke a rule, which {@link ViolationGround} names. */
    VIOLATION,
    /** It came within the days that insurers get to learn of a block (rule 1). */
    GRACE,
    /** It served a policy in force that was sold by telephone, or sold nothing (rule 7). */
    SERVICE_CALL,
    /** The insurer had not been told of the block in time, for no reason of its own. */
    NOT_TOLD_IN_TIME,
    /** Nothing was blocked for that insurer at that moment. */
    NOT_BLOCKED,
    /** It cannot be shown that the call was this insurer's. */
    NOT_ITS_CALL,
    /** Another case is about the same call. */
    FILED_TWICE;

    /** How a case stands that is decided so. */
    public CaseState decided() {
        return this == VIOLATION ? CaseState.UPHELD : CaseState.DISMISSED;
    }
}
