package jinbo.cases;

public enum CallPurpose {
    SALES,
    /** Continuation of a policy. */
    RENEWAL,
    /** Service for a policy in force; allowed in spite of a block. */
    SERVICE,
    OTHER
}
