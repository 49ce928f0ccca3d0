package jinbo.cases.sanction;

/** What somebody may do no longer; the later ones forbid more. */
public enum SanctionKind {
    /** To call people for sales who are not its customers. */
    STOP_NEW_CUSTOMERS,
    /** To call anybody for sales. */
    STOP_ALL
}
