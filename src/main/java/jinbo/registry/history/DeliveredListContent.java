package jinbo.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.BlockListFileName;
import jinbo.participant.insurer.UnitCode;
import jinbo.registry.Interval;

/**
 * What a delivered list said of the number: of a list of changes, what the whole list said after it was applied.
 *
 * @param deliveredAt when it lay on the drop with its manifest
 * @param said the block that stood there; empty if the number did not stand there
 * @param acknowledged the insurer's first acknowledgement that it has this list, or one after it
 * @param units the sales units that it has named since, in order of their codes
 */
public record DeliveredListContent(
        BlockListFileName name,
        long revision,
        Instant asOf,
        Instant deliveredAt,
        Optional<Interval> said,
        Optional<Acknowledged> acknowledged,
        List<UnitAcknowledgement> units) {

    /**
     * @param sequence of the list that it is about: this one, or one after it
     * @param agrees whether the insurer held what the association held
     */
    public record Acknowledged(int sequence, Instant appliedAt, Instant receivedAt, boolean agrees) {}

    /** @param receivedAt when the first acknowledgement came in that says so */
    public record UnitAcknowledgement(UnitCode unit, Instant receivedAt) {}
}
