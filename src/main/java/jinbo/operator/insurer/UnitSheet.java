package jinbo.operator.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Commented;

/**
 * What is recorded about a sales unit.
 *
 * @param insurer for whom it calls
 * @param code what the insurer calls it
 * @param name its full name
 * @param kind what it is
 * @param confidentialitySince first day of its confidentiality agreement
 * @param bound whether that agreement holds today
 * @param addedAt since when it is known
 * @param closedAt since when it calls no longer, if so
 */
record UnitSheet(
        InsurerCode insurer,
        UnitCode code,
        String name,
        SalesUnit.Kind kind,
        Optional<LocalDate> confidentialitySince,
        boolean bound,
        Instant addedAt,
        Optional<Instant> closedAt)
        implements Commented {

    static UnitSheet of(SalesUnit unit, LocalDate today) {
        return new UnitSheet(
                unit.insurer(),
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.confidentialitySince(),
                unit.isBound(today),
                unit.addedAt(),
                unit.closedAt());
    }

    @Override
    public Optional<String> comment() {
        return Optional.of("not-bound").filter(any -> !bound && closedAt.isEmpty());
    }
}
