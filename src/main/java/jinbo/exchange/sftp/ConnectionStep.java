package jinbo.exchange.sftp;

/** The steps of getting in to a drop, in their order. */
public enum ConnectionStep {
    NAME,
    /** The port is open and an SSH server is behind it. */
    PORT,
    /** Algorithms are agreed on, strictly. */
    KEY_EXCHANGE,
    /** The server shows a key that is pinned. */
    HOST_KEY,
    LOGIN,
    SFTP
}
