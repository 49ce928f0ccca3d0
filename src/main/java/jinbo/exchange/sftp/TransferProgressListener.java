package jinbo.exchange.sftp;

@FunctionalInterface
public interface TransferProgressListener {

    TransferProgressListener SILENT = bytes -> {};

    /** @param bytes how many of the file's bytes have been moved, counted from its beginning */
    void moved(long bytes);
}
