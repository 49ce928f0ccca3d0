package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.WithheldList;
import jinbo.registry.history.WithheldListContent;

/**
 * What a list would have said of a number that the insurer did not get for a reason of its own.
 *
 * @param saysEffectiveOn the first day of the block; nothing if the number would not have stood there
 * @param saysExpiresOn the first day after the block
 */
record WithheldSheet(
        Instant withheldAt,
        WithheldList.Reason reason,
        long revision,
        Instant asOf,
        Optional<LocalDate> saysEffectiveOn,
        Optional<LocalDate> saysExpiresOn) {

    static WithheldSheet of(WithheldListContent list) {
        return new WithheldSheet(
                list.withheldAt(),
                list.reason(),
                list.revision(),
                list.asOf(),
                list.said().map(Interval::effectiveOn),
                list.said().map(Interval::expiresOn));
    }
}
