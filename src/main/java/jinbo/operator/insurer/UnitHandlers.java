package jinbo.operator.insurer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.operator.OperatorError;
import jinbo.operator.OperatorException;
import jinbo.operator.insurer.InsurerOperations.AddUnit;
import jinbo.operator.insurer.InsurerOperations.CloseUnit;
import jinbo.operator.insurer.InsurerOperations.ListUnits;
import jinbo.operator.insurer.InsurerOperations.RecordUnitAgreement;
import jinbo.operator.insurer.InsurerSheet.UnitSheet;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.DryRun;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.reference.calendar.BusinessTime;

@OperationHandlers
record UnitHandlers(Insurers insurers, SalesUnits units, DryRun dryRun, Clock clock) {

    record UnitList(List<UnitSheet> units) {}

    @Previews
    Outline would(AddUnit asked) throws Exception {
        dryRun.of(() -> apply(asked));
        return Outline.of(
                "unit-add",
                asked.unit(),
                asked.name(),
                asked.kind(),
                asked.insurer(),
                asked.confidentiality().map(LocalDate::toString).orElse("-"));
    }

    @Handles
    UnitSheet add(AddUnit asked) {
        return sheet(apply(asked));
    }

    private SalesUnit apply(AddUnit asked) {
        asked.confidentiality().ifPresent(since -> requireBegun(asked.unit(), since));
        return units.add(new SalesUnit(
                asked.insurer(),
                asked.unit(),
                asked.name(),
                asked.kind(),
                asked.confidentiality(),
                clock.instant(),
                Optional.empty()));
    }

    @Previews
    Outline would(RecordUnitAgreement asked) {
        requireBegun(asked.unit(), asked.confidentiality());
        units.requireOpen(asked.insurer(), asked.unit());
        return Outline.of("unit-agree", asked.unit(), asked.insurer(), asked.confidentiality());
    }

    @Handles
    UnitSheet agree(RecordUnitAgreement asked) {
        requireBegun(asked.unit(), asked.confidentiality());
        return sheet(units.agree(asked.insurer(), asked.unit(), asked.confidentiality()));
    }

    private void requireBegun(UnitCode unit, LocalDate since) {
        LocalDate today = today();
        if (since.isAfter(today)) {
            throw new OperatorException(OperatorError.AGREEMENT_AHEAD, unit.value(), today);
        }
    }

    @Handles
    UnitSheet close(CloseUnit asked) {
        return sheet(units.close(asked.insurer(), asked.unit(), clock.instant()));
    }

    @Handles
    UnitList list(ListUnits asked) {
        List<Insurer> wanted = asked.insurer().map(insurers::get).map(List::of).orElseGet(insurers::all);
        return new UnitList(wanted.stream()
                .flatMap(insurer -> units.of(insurer.code()).stream())
                .map(this::sheet)
                .toList());
    }

    private UnitSheet sheet(SalesUnit unit) {
        return UnitSheet.of(unit, today());
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }
}
