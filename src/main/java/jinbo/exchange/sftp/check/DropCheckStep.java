package jinbo.exchange.sftp.check;

/** The steps of a {@link DropCheck} in order. */
public enum DropCheckStep {
    ADDRESS,
    NAME,
    PORT,
    KEY_EXCHANGE,
    HOST_KEY,
    LOGIN,
    SFTP,
    FOLDERS,
    LIST_UPLOAD,
    WRITE_DOWNLOAD,
    COLLECT_UPLOAD,
    MOVE_TO_ARCHIVE,
    CLOCK,
    LEFTOVERS,
    /** Checks that a delivered file can be fetched unchanged. */
    ROUND_TRIP,
    /** Checks that no other insurer's drop has the same folders. */
    OTHER_INSURERS
}
