package jinbo.registry.blocklist;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.Manifest;

/**
 * A list that was sealed with its manifest; its bytes are durable in the spool.
 *
 * @param manifest what the list is
 * @param size bytes of the sealed list
 * @param manifestSha256 of the sealed manifest's bytes, the link to the next one
 * @param listDeliveredAt when the list lay on the drop, if it does
 * @param manifestDeliveredAt when the manifest lay on the drop, if it does
 */
public record SealedList(
        Manifest manifest,
        long size,
        String manifestSha256,
        Optional<Instant> listDeliveredAt,
        Optional<Instant> manifestDeliveredAt) {

    /** Whether both files lie on the drop. */
    public boolean isDelivered() {
        return manifestDeliveredAt.isPresent();
    }
}
