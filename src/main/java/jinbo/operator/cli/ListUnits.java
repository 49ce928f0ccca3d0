package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code unit list}: who calls for insurers, and who did. */
@Command(name = "list")
final class ListUnits implements Task {

    @Parameters(paramLabel = "INSURER", arity = "0..1", descriptionKey = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        Insurers insurers = installation.get(Insurers.class);
        SalesUnits units = installation.get(SalesUnits.class);
        LocalDate today = BusinessTime.dateOf(installation.now());
        List<Insurer> wanted = insurer.map(insurers::get).map(List::of).orElseGet(insurers::all);
        return new UnitList(wanted.stream()
                .flatMap(of -> units.of(of.code()).stream())
                .map(unit -> UnitSheet.of(unit, today))
                .toList());
    }

    /**
     * The answer.
     *
     * @param units by insurer, in order of their codes
     */
    record UnitList(List<UnitSheet> units) implements Answer {
        @Override
        public void tell(Page page) {
            if (units.isEmpty()) {
                page.say("units.none");
            } else {
                UnitSheet.tell(page, units);
            }
        }
    }
}
