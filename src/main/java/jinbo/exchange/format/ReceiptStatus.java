package jinbo.exchange.format;

public enum ReceiptStatus {
    /** Every row was ingested; a nil report, too. */
    ACCEPTED,
    /** The file was ingested, and some of its rows, or all, were refused. */
    PARTLY_ACCEPTED,
    /** An operator of the association decides; nothing is ingested yet. */
    HELD,
    REFUSED
}
