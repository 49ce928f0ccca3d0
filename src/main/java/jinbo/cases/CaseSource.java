package jinbo.cases;

/** Who entered a complaint. */
public enum CaseSource {
    /** The consumer, in the portal. */
    CONSUMER,
    /** An operator, for a consumer who wrote or telephoned to the association. */
    OPERATOR
}
