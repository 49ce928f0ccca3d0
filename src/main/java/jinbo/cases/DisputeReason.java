package jinbo.cases;

public enum DisputeReason {
    /** Nobody who calls for it made the call. */
    NOT_OUR_CALL,
    NOT_A_SALES_CALL,
    /** No list had told it of the block. */
    LIST_NOT_RECEIVED,
    /** Something else, which its words tell. */
    OTHER
}
