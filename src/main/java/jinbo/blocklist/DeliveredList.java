package jinbo.blocklist;

import java.time.Instant;

/**
 * A list that lies on its insurer's drop.
 *
 * @param sequence its number
 * @param deliveredAt when its manifest lay there
 */
public record DeliveredList(int sequence, Instant deliveredAt) {}
