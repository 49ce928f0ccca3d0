package jinbo.cases;

public enum DisputeReason {
    NOT_OUR_CALL,
    NOT_A_SALES_CALL,
    LIST_NOT_RECEIVED,
    OTHER
}
