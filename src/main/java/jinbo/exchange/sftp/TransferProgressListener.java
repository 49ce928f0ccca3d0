package jinbo.exchange.sftp;

/** Told how far a transfer has come. */
@FunctionalInterface
public interface TransferProgressListener {

    /** Tells nobody. */
    TransferProgressListener SILENT = bytes -> {};

    /**
     * @param bytes how many of the file's bytes have been moved, counted from its beginning
     */
    void moved(long bytes);
}
