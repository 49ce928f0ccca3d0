package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code unit close}: a sales unit calls no longer. */
@Command(name = "close")
final class CloseUnit implements Task {

    @Mixin
    private NamedUnit unit = new NamedUnit();

    @Override
    public Duty duty() {
        return Duty.KEEP_UNITS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(unit.insurer());
    }

    @Override
    public Answer answer(Installation installation) {
        return UnitSheet.of(
                installation.get(SalesUnits.class).close(unit.insurer(), unit.code(), installation.now()),
                BusinessTime.dateOf(installation.now()));
    }
}
