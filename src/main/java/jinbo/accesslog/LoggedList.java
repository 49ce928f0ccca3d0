package jinbo.accesslog;

/**
 * A sealed list that a result vouches for, by values that its manifest has, too.
 *
 * @param sha256 of its sealed bytes, 64 lower-case hex digits; a hash of the clear rows would give those of a short list away
 */
public record LoggedList(long sequence, String sha256) {}
