package jinbo.exchange.sftp;

/** Is told how far the transfer of a file has come. */
@FunctionalInterface
public interface TransferProgressListener {

    TransferProgressListener SILENT = bytes -> {};

    /** @param bytes transferred bytes of the file so far */
    void moved(long bytes);

    /**
     * Is called when a delivered file has arrived completely, before it gets its final name. An exception prevents the
     * rename.
     */
    default void arrived() {}
}
