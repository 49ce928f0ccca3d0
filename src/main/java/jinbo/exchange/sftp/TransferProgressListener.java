package jinbo.exchange.sftp;

@FunctionalInterface
public interface TransferProgressListener {

    TransferProgressListener SILENT = bytes -> {};

    /** @param bytes transferred bytes of the file so far */
    void moved(long bytes);
}
