package jinbo.exchange.sftp;

/** The result of a delivery. In both cases the file is in the drop, complete and with this content. */
public sealed interface DeliveryOutcome {

    /** SHA-256 of the file, 64 hex digits. */
    String sha256();

    record Delivered(long size, String sha256) implements DeliveryOutcome {}

    /** An earlier attempt has delivered the same content. */
    record AlreadyThere(long size, String sha256) implements DeliveryOutcome {}
}
