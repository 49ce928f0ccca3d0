package jinbo.registry.inbound;

/**
 * One of the sealed files that answer an inbound file; its bytes are durable in the spool.
 *
 * @param answer the number of the answer, from 1: a held file gets a second answer after its decision
 */
public record SealedAnswer(
        long inboundFile, int answer, Kind kind, String name, String spooledAs, long size, String sha256) {

    /** The kinds of files in an answer, in order of delivery. */
    public enum Kind {
        OUTCOME,
        /** Delivered last, so that a drop with the receipt always has the outcome, too. */
        RECEIPT
    }
}
