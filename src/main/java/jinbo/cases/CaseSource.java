package jinbo.cases;

public enum CaseSource {
    CONSUMER,
    /** An operator, for a consumer who wrote or telephoned. */
    OPERATOR
}
