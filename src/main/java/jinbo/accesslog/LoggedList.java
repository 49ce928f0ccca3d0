package jinbo.accesslog;

/**
 * A list for which a result vouches, by the SHA-256 of its sealed bytes: that of a short plain list would reveal it.
 */
public record LoggedList(long sequence, String sha256) {}
