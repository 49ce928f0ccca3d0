package jinbo.accesslog;

/**
 * A list for which a result vouches.
 *
 * @param sha256 of the sealed bytes, 64 lower-case hex digits; a hash of a short plain list would reveal its rows
 */
public record LoggedList(long sequence, String sha256) {}
