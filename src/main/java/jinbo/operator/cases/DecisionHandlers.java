package jinbo.operator.cases;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.DecideCase;
import jinbo.cases.ViolationGround;
import jinbo.operator.cases.CaseOperations.DecideOnCase;
import jinbo.operator.cases.CaseSheet.DecisionLine;
import jinbo.participant.operation.ChecksPerson;
import jinbo.participant.operation.Enriches;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.participant.staff.PersonName;

@OperationHandlers
record DecisionHandlers(DecideCase decisions) {

    record DecidedCase(CaseNumber number, DecisionLine decision) {}

    /** The people who decided a case neither decide its appeal nor confirm that decision. */
    @ChecksPerson
    void requireOther(DecideOnCase asked, PersonName person) {
        decisions.requireOtherPerson(asked.number(), person.value());
    }

    @Previews
    Outline would(DecideOnCase asked) {
        Optional<CaseParty> accused = decisions.require(asked.number(), asked.ruling());
        return Outline.of(
                "case-decide",
                asked.number(),
                asked.ruling(),
                grounds(asked),
                asked.evidence(),
                accused.map(CaseParty::insurer),
                accused.flatMap(CaseParty::unit),
                accused.flatMap(CaseParty::salesperson));
    }

    @Enriches
    DecideOnCase withEvidence(DecideOnCase asked, Actor by) {
        String lookedAt = decisions
                .assess(asked.number(), lookedAt(asked), by, asked.reason().text())
                .sha256();
        return new DecideOnCase(
                asked.number(),
                asked.ruling(),
                asked.ground(),
                Optional.of(new EvidenceSha256(lookedAt)),
                asked.reason());
    }

    @Handles
    DecidedCase decide(DecideOnCase asked, Actor by) {
        return new DecidedCase(
                asked.number(),
                DecisionLine.of(decisions.decide(
                        asked.number(),
                        asked.ruling(),
                        grounds(asked),
                        asked.reason().text(),
                        lookedAt(asked),
                        by)));
    }

    private static Optional<String> lookedAt(DecideOnCase asked) {
        return asked.evidence().map(EvidenceSha256::hex);
    }

    private static Set<ViolationGround> grounds(DecideOnCase asked) {
        Set<ViolationGround> grounds = EnumSet.noneOf(ViolationGround.class);
        grounds.addAll(asked.ground());
        return grounds;
    }
}
