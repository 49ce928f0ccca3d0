package jinbo.exchange.sftp;

/** What came of putting one file into a drop; either way it is there, whole and with these bytes. */
public sealed interface DeliveryOutcome {

    /** Of the file's bytes, 64 hex digits. */
    String sha256();

    record Delivered(long size, String sha256) implements DeliveryOutcome {}

    /** An earlier attempt had delivered the very same bytes. */
    record AlreadyThere(long size, String sha256) implements DeliveryOutcome {}
}
