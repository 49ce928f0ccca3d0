package jinbo.registry.inbound;

/** An answer to a file, counted from 1; its sealed bytes are durable in the spool. */
public record SealedAnswer(
        long inboundFile, int answer, Kind kind, String name, String spooledAs, long size, String sha256) {

    /** In order of delivery. */
    public enum Kind {
        OUTCOME,
        /** The last file, so that a drop with a receipt also has the outcome. */
        RECEIPT
    }
}
