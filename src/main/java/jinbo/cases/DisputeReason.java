package jinbo.cases;

public enum DisputeReason {
    /** None of its callers made the call. */
    NOT_OUR_CALL,
    NOT_A_SALES_CALL,
    /** No list with the block was received. */
    LIST_NOT_RECEIVED,
    OTHER
}
