package jinbo.cases;

/** What a call was for, as the consumer reports it. */
public enum CallPurpose {
    SALES,
    /** Continuation of a policy. */
    RENEWAL,
    /** Service for a policy in force; allowed in spite of a block. */
    SERVICE,
    OTHER
}
