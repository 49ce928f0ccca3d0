package jinbo.registry.blocklist;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.reference.business.LineCode;

/** A written list. {@code rows} are its own; entries and digest are those of the full list after it is applied. */
public record RenderedList(
        long rows, SortedMap<LineCode, Long> entriesByLine, String contentSha256, String listDigest) {

    public RenderedList {
        entriesByLine = Collections.unmodifiableSortedMap(new TreeMap<>(entriesByLine));
    }

    public long entries() {
        return entriesByLine.values().stream().mapToLong(Long::longValue).sum();
    }
}
