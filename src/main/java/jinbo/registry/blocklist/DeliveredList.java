package jinbo.registry.blocklist;

import java.time.Instant;
import jinbo.exchange.format.BlockListFileName;

/** @param deliveredAt when it lay on the drop with its manifest */
public record DeliveredList(BlockListFileName name, long revision, Instant asOf, Instant deliveredAt) {

    public int sequence() {
        return name.sequence();
    }
}
