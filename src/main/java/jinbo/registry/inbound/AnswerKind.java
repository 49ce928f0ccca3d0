package jinbo.registry.inbound;

/** The two files that answer an inbound file, in the order in which they are delivered. */
public enum AnswerKind {
    /** The findings, row by row. */
    OUTCOME,
    /** What became of the file; it comes last, so that whoever sees it has the outcome too. */
    RECEIPT
}
