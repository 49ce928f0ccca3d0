package jinbo.operator.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.CommentedResult;

record UnitSheet(
        InsurerCode insurer,
        UnitCode code,
        String name,
        SalesUnit.Kind kind,
        Optional<LocalDate> confidentialitySince,
        boolean bound,
        Instant addedAt,
        Optional<Instant> closedAt)
        implements CommentedResult {

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
