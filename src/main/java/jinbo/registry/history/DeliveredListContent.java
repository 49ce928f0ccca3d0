package jinbo.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.BlockListFileName;
import jinbo.participant.insurer.UnitCode;
import jinbo.registry.Interval;

/**
 * What an insurer's full list contained for a number after a delivered list was applied.
 *
 * @param said the block that it contained, if any
 * @param acknowledged the insurer's first acknowledgement of this list or a later one
 * @param units the sales units that have been named by an acknowledgement of this list or a later one, sorted by code
 */
public record DeliveredListContent(
        BlockListFileName name,
        long revision,
        Instant asOf,
        Instant deliveredAt,
        Optional<Interval> said,
        Optional<Acknowledged> acknowledged,
        List<UnitAcknowledgement> units) {

    /** @param agrees true if the insurer had the same entries as the association */
    public record Acknowledged(int sequence, Instant appliedAt, Instant receivedAt, boolean agrees) {}

    /** @param receivedAt when the first acknowledgement that names the unit was received */
    public record UnitAcknowledgement(UnitCode unit, Instant receivedAt) {}
}
