package jinbo.exchange.sftp.check;

/** The steps of {@link DropCheck}, in their order. */
public enum DropCheckStep {
    /** What is recorded: address, pins, by what we log in. */
    ADDRESS,
    NAME,
    /** The port is open and an SSH server is behind it. */
    PORT,
    KEY_EXCHANGE,
    HOST_KEY,
    LOGIN,
    SFTP,
    FOLDERS,
    LIST_UPLOAD,
    WRITE_DOWNLOAD,
    /** A file in {@code upload/} is seen twice alike, and fetched as it lies there. */
    COLLECT_UPLOAD,
    /** We may move a file from {@code upload/} to {@code archive/}. */
    MOVE_TO_ARCHIVE,
    CLOCK,
    /** Unfinished files of earlier checks and deliveries. */
    LEFTOVERS,
    /** What we sign and encrypt comes back as it was. */
    ROUND_TRIP,
    /** No other insurer's drop is the same folders. */
    OTHER_INSURERS
}
