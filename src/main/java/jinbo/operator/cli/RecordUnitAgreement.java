package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unit agree}: records since when a sales unit is bound by its confidentiality agreement. */
@Command(name = "agree")
final class RecordUnitAgreement implements RequiresSecondPerson {

    @Mixin
    private NamedUnit unit = new NamedUnit();

    @Option(names = "--confidentiality", paramLabel = "DATE", required = true)
    private LocalDate since = LocalDate.MAX;

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public Duty duty() {
        return Duty.RECORD_AGREEMENTS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(unit.insurer());
    }

    @Override
    public Outline outline(Installation installation) {
        requireBegun(installation);
        installation.get(SalesUnits.class).requireOpen(unit.insurer(), unit.code());
        return Outline.of("unit-agree", unit.code(), unit.insurer(), since);
    }

    @Override
    public Answer answer(Installation installation) {
        LocalDate today = requireBegun(installation);
        return UnitSheet.of(installation.get(SalesUnits.class).agree(unit.insurer(), unit.code(), since), today);
    }

    private LocalDate requireBegun(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        if (since.isAfter(today)) {
            throw new CliException(CliError.AGREEMENT_AHEAD, unit.code().value(), today);
        }
        return today;
    }
}
