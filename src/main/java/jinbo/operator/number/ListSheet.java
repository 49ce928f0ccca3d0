package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.registry.Interval;
import jinbo.registry.history.DeliveredListContent;

/**
 * @param deliveredAt when it lay on the drop with its manifest
 * @param saysEffectiveOn the first day of the block, as it said; nothing if the number did not stand there
 * @param saysExpiresOn the first day after the block, as it said
 * @param acknowledged the insurer's first acknowledgement of this list, or of one after it
 */
record ListSheet(
        String file,
        int sequence,
        long revision,
        Instant asOf,
        Instant deliveredAt,
        Optional<LocalDate> saysEffectiveOn,
        Optional<LocalDate> saysExpiresOn,
        Optional<DeliveredListContent.Acknowledged> acknowledged,
        List<UnitWithList> units) {

    record UnitWithList(String unit, Instant receivedAt) {}

    static ListSheet of(DeliveredListContent list) {
        return new ListSheet(
                list.name().fileName(),
                list.name().sequence(),
                list.revision(),
                list.asOf(),
                list.deliveredAt(),
                list.said().map(Interval::effectiveOn),
                list.said().map(Interval::expiresOn),
                list.acknowledged(),
                list.units().stream()
                        .map(of -> new UnitWithList(of.unit().value(), of.receivedAt()))
                        .toList());
    }
}
