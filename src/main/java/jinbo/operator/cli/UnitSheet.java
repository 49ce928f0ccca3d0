package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.UnitCode;

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
        implements Answer {

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

    static void tell(Page page, List<UnitSheet> units) {
        page.table(
                "insurer unit name unit_kind confidentiality added_at closed_at",
                units,
                unit -> Page.cells(
                        unit.insurer,
                        unit.code,
                        unit.name,
                        unit.kind,
                        unit.confidentialitySince,
                        unit.addedAt,
                        unit.closedAt));
    }

    @Override
    public void tell(Page page) {
        tell(page, List.of(this));
        if (!bound && closedAt.isEmpty()) {
            page.blank();
            page.say("unit.not-bound", insurer, code);
        }
    }
}
