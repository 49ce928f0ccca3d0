package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.registry.Interval;
import jinbo.registry.history.DeliveredListContent;

/**
 * What a delivered list said of a number.
 *
 * @param file its name
 * @param sequence its number
 * @param revision of the registry that it shows
 * @param asOf the moment that it speaks of
 * @param deliveredAt when it lay on the drop with its manifest
 * @param saysEffectiveOn the first day of the block, as it said; nothing if the number did not stand there
 * @param saysExpiresOn the first day after the block, as it said
 * @param acknowledged the insurer's first acknowledgement of this list, or of one after it
 * @param units the sales units that it has named since
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

    /**
     * A sales unit that has the list.
     *
     * @param unit its code
     * @param receivedAt when that acknowledgement came in
     */
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
