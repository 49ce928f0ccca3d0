package jinbo.registry.inbound;

/**
 * An answer whose sealed bytes are durable in the spool.
 *
 * @param answer the number of the answer to that file, from 1
 * @param spooledAs path below the spool folder
 */
public record SealedAnswer(
        long inboundFile, int answer, Kind kind, String name, String spooledAs, long size, String sha256) {

    /** In order of delivery. */
    public enum Kind {
        OUTCOME,
        /** The last file, so that a drop with a receipt also has the outcome. */
        RECEIPT
    }
}
