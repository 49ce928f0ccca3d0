package jinbo.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.BlockListFileName;
import jinbo.participant.insurer.UnitCode;
import jinbo.registry.Interval;

/**
 * What the full list contained for the number once a delivered list was applied.
 *
 * @param acknowledged the insurer's first acknowledgement of this list or a later one
 * @param units the sales units that an acknowledgement has named since, by code
 */
public record DeliveredListContent(
        BlockListFileName name,
        long revision,
        Instant asOf,
        Instant deliveredAt,
        Optional<Interval> said,
        Optional<Acknowledged> acknowledged,
        List<UnitAcknowledgement> units) {

    /** @param agrees whether the insurer held the same entries as the association */
    public record Acknowledged(int sequence, Instant appliedAt, Instant receivedAt, boolean agrees) {}

    /** @param receivedAt when the first acknowledgement that names the unit was received */
    public record UnitAcknowledgement(UnitCode unit, Instant receivedAt) {}
}
