package jinbo.registry.blocklist;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.reference.business.LineCode;

/**
 * A list as it was written, full or delta.
 *
 * @param entriesByLine how many entries of each line of business the whole list has after it is applied
 * @param listDigest of the whole list after it is applied, see {@link jinbo.exchange.format.ListDigest}
 */
public record RenderedList(
        long rows, SortedMap<LineCode, Long> entriesByLine, String contentSha256, String listDigest) {

    public RenderedList {
        entriesByLine = Collections.unmodifiableSortedMap(new TreeMap<>(entriesByLine));
    }

    /** How many entries the whole list has after it is applied. */
    public long entries() {
        return entriesByLine.values().stream().mapToLong(Long::longValue).sum();
    }
}
