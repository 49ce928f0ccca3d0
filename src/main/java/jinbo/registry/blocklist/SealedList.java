package jinbo.registry.blocklist;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.exchange.format.Manifest;
import jinbo.reference.business.LineCode;

/**
 * A list that was sealed together with its manifest. The bytes of both are durable in the spool.
 *
 * @param entriesByLine the entries of the full list; empty if the manifest names no lines
 * @param manifestSha256 the hash of the sealed manifest, which the next manifest names
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

    public boolean isDelivered() {
        return manifestDeliveredAt.isPresent();
    }
}
