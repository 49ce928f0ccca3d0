package jinbo.exchange.format;

/** The verdict on an inbound file, as its receipt states it. */
public enum ReceiptStatus {
    /** All rows were ingested, or the file has no rows. */
    ACCEPTED,
    /** The file was ingested, but some or all of its rows were refused. */
    PARTLY_ACCEPTED,
    /** Not ingested yet; an operator of the association decides. */
    HELD,
    REFUSED
}
