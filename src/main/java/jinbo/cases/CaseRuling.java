package jinbo.cases;

/** The result of a case: proposed by rule from the evidence, decided by people. */
public enum CaseRuling {
    /** The call broke a rule; the {@link ViolationGround}s say which. */
    VIOLATION,
    /** The call was within the grace period (rule 1 of {@code docs/rules.md}). */
    GRACE,
    /** The call served a policy in force that was sold by telephone, or it sold nothing (rule 7). */
    SERVICE_CALL,
    /** The insurer was not notified of the block in time, through no fault of its own. */
    NOT_TOLD_IN_TIME,
    NOT_BLOCKED,
    /** The insurer denies the call, and the displayed number is not the insurer's. */
    NOT_ITS_CALL,
    /** Another case is about the same call. */
    FILED_TWICE;

    public CaseState decided() {
        return this == VIOLATION ? CaseState.UPHELD : CaseState.DISMISSED;
    }
}
