package jinbo.operator.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.cases.CaseDecision;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.DecideCase;
import jinbo.cases.Salesperson;
import jinbo.cases.ViolationGround;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case decide}: two people say what a call was; both on the same evidence, whose SHA-256 the request holds. */
@Command(name = "decide")
final class DecideOnCase implements RequiresSecondPerson {

    private static final String EVIDENCE = "--evidence";

    @Parameters(paramLabel = "CASE", descriptionKey = "CASE", arity = "1")
    private Optional<CaseNumber> number = Optional.empty();

    @Option(names = "--ruling", paramLabel = "RULING", required = true)
    private CaseRuling ruling = CaseRuling.NOT_BLOCKED;

    @Option(names = "--ground", paramLabel = "GROUND")
    private List<ViolationGround> violationGrounds = List.of();

    @Option(names = EVIDENCE, paramLabel = "SHA256")
    private Optional<EvidenceSha256> evidence = Optional.empty();

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    @Override
    public void check() {
        OneNumber.requireFit(reason);
        if ((ruling == CaseRuling.VIOLATION) == violationGrounds.isEmpty()) {
            throw new UsageException("wrong.grounds");
        }
    }

    @Override
    public Duty duty() {
        return Duty.DECIDE_CASES;
    }

    @Override
    public Outline outline(Installation installation) {
        CaseNumber decided = number.orElseThrow();
        Optional<CaseParty> accused = installation.get(DecideCase.class).require(decided, ruling);
        return Outline.of(
                "case-decide",
                decided,
                ruling,
                violationGrounds.isEmpty()
                        ? Page.NOTHING
                        : grounds().stream().map(ViolationGround::name).collect(Collectors.joining(", ")),
                evidence.map(EvidenceSha256::hex).orElse(Page.NOTHING),
                accused.map(party -> party.insurer().value()).orElse(Page.NOTHING),
                accused.flatMap(CaseParty::unit).map(UnitCode::value).orElse(Page.NOTHING),
                accused.flatMap(CaseParty::salesperson).map(Salesperson::value).orElse(Page.NOTHING));
    }

    /** Who decided a case neither decides its appeal nor confirms that. */
    @Override
    public void requireFit(String person, Installation installation) {
        installation.get(DecideCase.class).requireOtherPerson(number.orElseThrow(), person);
    }

    @Override
    public CommandWords kept(CommandWords words, Installation installation) {
        String lookedAt = installation
                .get(DecideCase.class)
                .assess(
                        number.orElseThrow(),
                        lookedAt(),
                        installation.standing().actor(),
                        reason.strip())
                .sha256();
        return evidence.isPresent() ? words : words.and(EVIDENCE, lookedAt);
    }

    @Override
    public Answer answer(Installation installation) {
        CaseDecision decision = installation
                .get(DecideCase.class)
                .decide(
                        number.orElseThrow(),
                        ruling,
                        grounds(),
                        reason.strip(),
                        lookedAt(),
                        installation.standing().actor());
        return new Decided(number.orElseThrow(), DecisionLine.of(decision));
    }

    private Optional<String> lookedAt() {
        return evidence.map(EvidenceSha256::hex);
    }

    private Set<ViolationGround> grounds() {
        Set<ViolationGround> set = EnumSet.noneOf(ViolationGround.class);
        set.addAll(violationGrounds);
        return set;
    }

    /**
     * The answer.
     *
     * @param number of the case
     * @param decision what was decided
     */
    record Decided(CaseNumber number, DecisionLine decision) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("case.decided", number, decision.ruling().decided());
            DecisionLine.tell(page, List.of(decision));
        }
    }

    /** The SHA-256 of evidence, as {@code case evidence} shows it. */
    record EvidenceSha256(String hex) {

        private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

        EvidenceSha256 {
            if (!SHAPE.matcher(hex).matches()) {
                throw new IllegalArgumentException("no SHA-256");
            }
        }
    }
}
