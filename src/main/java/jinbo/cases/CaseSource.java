package jinbo.cases;

/** Who told the association of a call. */
public enum CaseSource {
    /** The consumer, on the portal. */
    CONSUMER,
    /** An operator, for a consumer who wrote or telephoned. */
    OPERATOR
}
