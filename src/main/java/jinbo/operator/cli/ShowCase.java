package jinbo.operator.cli;

import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases;
import jinbo.cases.sanction.Sanctions;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case show}: a case whole, but for the number of who complained. */
@Command(name = "show")
final class ShowCase implements Task {

    @Parameters(paramLabel = "CASE", descriptionKey = "CASE", arity = "1")
    private Optional<CaseNumber> number = Optional.empty();

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    @Override
    public void check() {
        OneNumber.requireFit(reason);
    }

    @Override
    public Duty duty() {
        return Duty.SHOW_CASES;
    }

    @Override
    public Answer answer(Installation installation) {
        return CaseSheet.of(
                installation
                        .get(Cases.class)
                        .show(number.orElseThrow(), installation.standing().actor(), reason.strip()),
                installation.get(Sanctions.class).all(),
                installation.now());
    }
}
