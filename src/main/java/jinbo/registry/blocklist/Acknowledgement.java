package jinbo.registry.blocklist;

import java.time.Instant;
import java.util.List;
import jinbo.participant.insurer.UnitCode;

/**
 * An insurer's acknowledgement that it has applied a list, as it was received.
 *
 * @param agrees whether the insurer holds what the association holds: as many entries, with the same digest
 * @param units the sales units that it says have the list, in order of their codes; empty if it names none
 */
public record Acknowledgement(
        int sequence, Instant appliedAt, Instant receivedAt, boolean agrees, List<UnitCode> units) {

    public Acknowledgement {
        units = List.copyOf(units);
    }
}
