package jinbo.cases;

public enum CallPurpose {
    SALES,
    /** A policy was to be continued. */
    RENEWAL,
    /** A policy that is in force was served: allowed in spite of a block. */
    SERVICE,
    /** Something else, which the words tell. */
    OTHER
}
