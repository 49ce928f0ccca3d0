package jinbo.registry.blocklist;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.exchange.format.Manifest;
import jinbo.reference.business.LineCode;

/**
 * A list that was sealed with its manifest; its bytes are durable in the spool.
 *
 * @param entriesByLine how many of the whole list's entries each line of business has; empty where the manifest names none
 * @param size bytes of the sealed list
 * @param manifestSha256 of the sealed manifest's bytes, the link to the next one
 * @param listDeliveredAt when the list lay on the drop, if it does
 * @param manifestDeliveredAt when the manifest lay on the drop, if it does
 */
public record SealedList(
        Manifest manifest,
        SortedMap<LineCode, Long> entriesByLine,
        long size,
        String manifestSha256,
        Optional<Instant> listDeliveredAt,
        Optional<Instant> manifestDeliveredAt) {

    public SealedList {
        entriesByLine = Collections.unmodifiableSortedMap(new TreeMap<>(entriesByLine));
    }

    /** Whether both files lie on the drop. */
    public boolean isDelivered() {
        return manifestDeliveredAt.isPresent();
    }
}
