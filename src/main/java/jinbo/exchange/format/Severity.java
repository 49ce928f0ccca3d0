package jinbo.exchange.format;

/** What a finding does to the row or file that it is about. */
public enum Severity {
    /** Not taken in. */
    REFUSED,
    /** Taken in; somebody should look at it all the same. */
    WARNING
}
