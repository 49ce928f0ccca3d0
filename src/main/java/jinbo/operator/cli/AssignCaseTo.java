package jinbo.operator.cli;

import java.util.Optional;
import jinbo.cases.AssignCase;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.Salesperson;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case assign}: whose call it was has become known; another insurer is then told the consumer's number. */
@Command(name = "assign")
final class AssignCaseTo implements RequiresSecondPerson {

    @Parameters(paramLabel = "CASE", descriptionKey = "CASE", arity = "1")
    private Optional<CaseNumber> number = Optional.empty();

    @Option(names = "--insurer", paramLabel = "CODE", required = true, descriptionKey = "CODE")
    private InsurerCode insurer = new InsurerCode("NONE");

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "UNIT")
    private Optional<UnitCode> unit = Optional.empty();

    @Option(names = "--salesperson", paramLabel = "SIGN", descriptionKey = "SIGN")
    private Optional<Salesperson> salesperson = Optional.empty();

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    @Override
    public void check() {
        OneNumber.requireFit(reason);
    }

    @Override
    public Duty duty() {
        return Duty.ASSIGN_CASES;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(insurer);
    }

    @Override
    public Outline outline(Installation installation) {
        CaseNumber assigned = number.orElseThrow();
        Optional<InsurerCode> before = installation.get(AssignCase.class).require(assigned, party());
        return Outline.of(
                "case-assign",
                assigned,
                insurer,
                unit.map(UnitCode::value).orElse(Page.NOTHING),
                salesperson.map(Salesperson::value).orElse(Page.NOTHING),
                before.map(InsurerCode::value).orElse(Page.NOTHING));
    }

    @Override
    public Answer answer(Installation installation) {
        installation
                .get(AssignCase.class)
                .to(
                        number.orElseThrow(),
                        party(),
                        reason.strip(),
                        installation.standing().actor());
        return CaseStands.of("case.assigned", number.orElseThrow(), installation);
    }

    private CaseParty party() {
        return new CaseParty(insurer, unit, salesperson);
    }
}
