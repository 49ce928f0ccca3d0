package jinbo.operator.cli;

import java.util.Optional;
import jinbo.cases.AppealCase;
import jinbo.cases.CaseNumber;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case appeal}: a consumer does not accept that its complaint was dismissed. */
@Command(name = "appeal")
final class ContestDecision implements Task {

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
        return Duty.CONTEST_DECISIONS;
    }

    @Override
    public Answer answer(Installation installation) {
        installation
                .get(AppealCase.class)
                .forConsumer(
                        number.orElseThrow(),
                        reason.strip(),
                        installation.standing().actor());
        return CaseStands.of("case.appealed", number.orElseThrow(), installation);
    }
}
