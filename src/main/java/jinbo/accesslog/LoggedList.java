package jinbo.accesslog;

/**
 * The list that a result entry records, by the SHA-256 of its sealed bytes; that of the plain bytes of a short list
 * would reveal its numbers.
 */
public record LoggedList(long sequence, String sha256) {}
