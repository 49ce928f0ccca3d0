package jinbo.exchange.format;

/**
 * What a delta turned out to hold when it was written or read. The digest of the list that comes of it depends on the list
 * before, too; whoever holds that keeps the digest up with {@link ListDigest#add} and {@link ListDigest#remove}.
 *
 * @param contentSha256 of its CSV bytes, hex
 */
public record BlockListDeltaSummary(long rows, String contentSha256) {}
