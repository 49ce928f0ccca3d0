package jinbo.operator.cases;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.cases.AppealCase;
import jinbo.cases.AssignCase;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.cases.Cases.CaseFilter;
import jinbo.cases.DecideCase;
import jinbo.cases.ViolationGround;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.CaseOperations.AssignCaseTo;
import jinbo.operator.cases.CaseOperations.ContestDecision;
import jinbo.operator.cases.CaseOperations.DecideOnCase;
import jinbo.operator.cases.CaseOperations.ListCases;
import jinbo.operator.cases.CaseOperations.OpenCase;
import jinbo.operator.cases.CaseOperations.ShowCase;
import jinbo.operator.cases.CaseSheet.CaseLine;
import jinbo.operator.cases.CaseSheet.DecisionLine;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.OperationHandlers.ChecksPerson;
import jinbo.participant.operation.OperationHandlers.Enriches;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.participant.staff.PersonName;
import jinbo.reference.calendar.BusinessTime;

@OperationHandlers
record CaseHandlers(
        Cases cases, AssignCase assignment, AppealCase appeal, Sanctions sanctions, Clock clock, DecideCase decisions) {

    /** More characters than a complaint may have. */
    private static final int MOST = 16 * CallComplaint.LONGEST;

    record CaseList(boolean all, List<CaseLine> cases) implements CommentedResult {
        @Override
        public Optional<String> comment() {
            return cases.isEmpty() ? Optional.of(all ? "none" : "none-such") : Optional.empty();
        }
    }

    record CaseStands(String done, CaseLine summary) implements CommentedResult {
        @Override
        public Optional<String> comment() {
            return Optional.of(done);
        }
    }

    @Handles
    CaseList list(ListCases asked) {
        CaseFilter filter = new CaseFilter(
                asked.insurer(),
                asked.state(),
                asked.overdue() ? Optional.of(BusinessTime.dateOf(clock.instant())) : Optional.empty());
        return new CaseList(
                filter.equals(CaseFilter.ALL),
                cases.newest(filter, asked.limit()).stream()
                        .map(summary -> CaseLine.of(summary, clock.instant()))
                        .toList());
    }

    @Handles
    CaseSheet show(ShowCase asked, Actor by) {
        return CaseSheet.of(cases.show(asked.number(), by, asked.reason().text()), sanctions.all(), clock.instant());
    }

    @Handles
    CaseStands open(OpenCase asked, Actor by) throws IOException {
        CallComplaint complaint = new CallComplaint(
                asked.number().mobile(),
                asked.insurer(),
                asked.line(),
                asked.caller().map(typed -> CallerNumber.typed(typed.text())),
                asked.calledAt().begin(),
                asked.purpose(),
                asked.words().isEmpty() ? "" : words(asked.words().get()));
        CaseNumber opened = cases.open(
                complaint,
                CaseSource.OPERATOR,
                UUID.randomUUID(),
                by,
                asked.reason().text());
        return stands("case.opened", opened);
    }

    private static String words(OperationFile file) throws IOException {
        try {
            String words = file.text(MOST);
            if (words.length() == MOST) {
                throw new CallComplaintException(CallComplaintError.WORDS_TOO_LONG);
            }
            return words;
        } catch (CharacterCodingException notUtf8) {
            throw new CallComplaintException(CallComplaintError.WORDS_UNREADABLE);
        }
    }

    @Previews
    Outline would(AssignCaseTo asked) {
        return Outline.of(
                "case-assign",
                asked.number(),
                asked.insurer(),
                asked.unit(),
                asked.salesperson(),
                assignment.require(asked.number(), party(asked)));
    }

    @Handles
    CaseStands assign(AssignCaseTo asked, Actor by) {
        assignment.to(asked.number(), party(asked), asked.reason().text(), by);
        return stands("case.assigned", asked.number());
    }

    private static CaseParty party(AssignCaseTo asked) {
        return new CaseParty(asked.insurer(), asked.unit(), asked.salesperson());
    }

    @Handles
    CaseStands contest(ContestDecision asked, Actor by) {
        appeal.forConsumer(asked.number(), asked.reason().text(), by);
        return stands("case.appealed", asked.number());
    }

    private CaseStands stands(String done, CaseNumber number) {
        return new CaseStands(done, CaseLine.of(cases.get(number), clock.instant()));
    }

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
