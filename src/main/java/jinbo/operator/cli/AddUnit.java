package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unit add}: somebody calls for an insurer from now on; with its confidentiality agreement, it takes two people. */
@Command(name = "add")
final class AddUnit implements RequiresSecondPerson {

    @Mixin
    private NamedUnit unit = new NamedUnit();

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--kind", paramLabel = "BRANCH|AGENCY|BANK", required = true)
    private SalesUnit.Kind kind = SalesUnit.Kind.BRANCH;

    @Option(names = "--confidentiality", paramLabel = "DATE")
    private Optional<LocalDate> confidentiality = Optional.empty();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        if (name.isBlank() || PhoneDigits.mayContainNumber(name)) {
            throw new UsageException("wrong.unit-name");
        }
    }

    @Override
    public Duty duty() {
        return confidentiality.isPresent() ? Duty.RECORD_AGREEMENTS : Duty.KEEP_UNITS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(unit.insurer());
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        new DryRun(installation).of(() -> add(installation));
        return Outline.of("unit-add", unit.code(), name.strip(), kind, unit.insurer(), Page.orNothing(confidentiality));
    }

    @Override
    public Answer answer(Installation installation) {
        return UnitSheet.of(add(installation), BusinessTime.dateOf(installation.now()));
    }

    private SalesUnit add(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        if (confidentiality.filter(today::isBefore).isPresent()) {
            throw new CliException(CliError.AGREEMENT_AHEAD, unit.code().value(), today);
        }
        return installation
                .get(SalesUnits.class)
                .add(new SalesUnit(
                        unit.insurer(),
                        unit.code(),
                        name.strip(),
                        kind,
                        confidentiality,
                        installation.now(),
                        Optional.empty()));
    }
}
