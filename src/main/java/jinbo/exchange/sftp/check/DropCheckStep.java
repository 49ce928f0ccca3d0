package jinbo.exchange.sftp.check;

/** The steps of {@link DropCheck}, in their order. */
public enum DropCheckStep {
    /** What is recorded: address, pins, by what we log in. */
    ADDRESS,
    /** The host's name becomes an address. */
    NAME,
    /** The port is open and an SSH server is behind it. */
    PORT,
    /** Algorithms are agreed on, strictly. */
    KEY_EXCHANGE,
    /** The server shows a key that is pinned. */
    HOST_KEY,
    /** The server lets us in. */
    LOGIN,
    /** The server speaks SFTP with us. */
    SFTP,
    /** The three folders are there. */
    FOLDERS,
    /** We may see what lies in {@code upload/}. */
    LIST_UPLOAD,
    /** We may write, rename and delete in {@code download/}. */
    WRITE_DOWNLOAD,
    /** A file in {@code upload/} is seen twice alike, and fetched as it lies there. */
    COLLECT_UPLOAD,
    /** We may move a file from {@code upload/} to {@code archive/}. */
    MOVE_TO_ARCHIVE,
    /** The server's clock. */
    CLOCK,
    /** Unfinished files of earlier checks and deliveries. */
    LEFTOVERS,
    /** What we sign and encrypt comes back as it was. */
    ROUND_TRIP,
    /** No other insurer's drop is the same folders. */
    OTHER_INSURERS
}
