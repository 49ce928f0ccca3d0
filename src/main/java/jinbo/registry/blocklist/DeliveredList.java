package jinbo.registry.blocklist;

import java.time.Instant;
import jinbo.exchange.format.BlockListFileName;

/**
 * A list that lies on its insurer's drop.
 *
 * @param name of the list
 * @param revision of the registry that it shows
 * @param asOf the moment that it speaks of
 * @param deliveredAt when it lay on the drop with its manifest
 */
public record DeliveredList(BlockListFileName name, long revision, Instant asOf, Instant deliveredAt) {

    /** Its number. */
    public int sequence() {
        return name.sequence();
    }
}
