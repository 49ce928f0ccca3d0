package jinbo.exchange.format;

/**
 * What a full list turned out to hold when it was written or read.
 *
 * @param rows its entries
 * @param contentSha256 of its CSV bytes, hex
 * @param listDigest see {@link ListDigest}
 */
public record BlockListSummary(long rows, String contentSha256, String listDigest) {}
