package jinbo.exchange.format;

/** What became of an inbound file as a whole. */
public enum ReceiptStatus {
    /** Every row was taken in; a nil report, too. */
    ACCEPTED,
    /** The file was taken in, and some of its rows, or all, were refused. */
    PARTLY_ACCEPTED,
    /** An operator of the association decides; nothing is taken in yet. */
    HELD,
    /** Nothing is taken in. */
    REFUSED
}
