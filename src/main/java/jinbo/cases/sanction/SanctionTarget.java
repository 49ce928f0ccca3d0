package jinbo.cases.sanction;

/** Whom a ladder is about. */
public enum SanctionTarget {
    /** Insurers, for all calls in their name. */
    INSURER,
    /** Single salespersons of insurers, for their own calls. */
    SALESPERSON
}
