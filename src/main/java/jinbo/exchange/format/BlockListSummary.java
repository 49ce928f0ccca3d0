package jinbo.exchange.format;

/**
 * What a full list turned out to hold when it was written or read.
 *
 * @param contentSha256 of its CSV bytes, hex
 */
public record BlockListSummary(long rows, String contentSha256, String listDigest) {}
