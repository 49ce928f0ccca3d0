package jinbo.registry.inbound;

/**
 * An answer whose sealed bytes are durable in the spool.
 *
 * @param answer which answer to that file, from 1
 * @param spooledAs its path below the spool folder
 * @param sha256 of the sealed bytes
 */
public record SealedAnswer(
        long inboundFile, int answer, Kind kind, String name, String spooledAs, long size, String sha256) {

    /** The two files that answer an inbound file, in the order in which they are delivered. */
    public enum Kind {
        OUTCOME,
        /** What became of the file; it comes last, so that whoever sees it has the outcome too. */
        RECEIPT
    }
}
