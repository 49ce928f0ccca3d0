package jinbo.registry.inbound;

/**
 * An answer whose sealed bytes are durable in the spool.
 *
 * @param inboundFile the file that it answers
 * @param answer which answer to that file, from 1
 * @param kind receipt or outcome
 * @param name its name on the drop
 * @param spooledAs its path below the spool folder
 * @param size in bytes
 * @param sha256 of the sealed bytes
 */
public record SealedAnswer(
        long inboundFile, int answer, Kind kind, String name, String spooledAs, long size, String sha256) {

    /** The two files that answer an inbound file, in the order in which they are delivered. */
    public enum Kind {
        /** The findings, row by row. */
        OUTCOME,
        /** What became of the file; it comes last, so that whoever sees it has the outcome too. */
        RECEIPT
    }
}
