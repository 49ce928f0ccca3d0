package jinbo.registry.blocklist;

/**
 * A list as it was written, full or delta.
 *
 * @param rows of the file
 * @param entries numbers on the whole list after it is applied
 * @param contentSha256 of the file's CSV bytes, hex
 * @param listDigest of the whole list after it is applied, see {@link jinbo.exchange.format.ListDigest}
 */
public record RenderedList(long rows, long entries, String contentSha256, String listDigest) {}
