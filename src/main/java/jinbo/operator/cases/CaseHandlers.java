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
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.CaseOperations.AssignCaseTo;
import jinbo.operator.cases.CaseOperations.ContestDecision;
import jinbo.operator.cases.CaseOperations.DecideOnCase;
import jinbo.operator.cases.CaseOperations.ListCases;
import jinbo.operator.cases.CaseOperations.OpenCase;
import jinbo.operator.cases.CaseOperations.ShowCase;
import jinbo.operator.cases.CaseSheet.CaseLine;
import jinbo.operator.cases.CaseSheet.DecisionLine;
import jinbo.operator.cases.SanctionOperations.ImposeSanction;
import jinbo.operator.cases.SanctionOperations.LiftSanction;
import jinbo.operator.cases.SanctionOperations.ListSanctions;
import jinbo.operator.cases.SanctionOperations.RefuseSanction;
import jinbo.operator.cases.SanctionOperations.SanctionLine;
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

/** Carries out the {@link CaseOperations} and {@link SanctionOperations}, except evidence and reports. */
@OperationHandlers
record CaseHandlers(
        Cases cases, AssignCase assignment, AppealCase appeal, Sanctions sanctions, Clock clock, DecideCase decisions) {

    /** More characters than a complaint may have, so that a longer text is read and can be refused. */
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
    CaseList list(ListCases input) {
        CaseFilter filter = new CaseFilter(
                input.insurer(),
                input.state(),
                input.overdue() ? Optional.of(BusinessTime.today(clock)) : Optional.empty());
        return new CaseList(
                filter.equals(CaseFilter.ALL),
                cases.newest(filter, input.limit()).stream()
                        .map(summary -> CaseLine.of(summary, clock.instant()))
                        .toList());
    }

    @Handles
    CaseSheet show(ShowCase input, Actor by) {
        return CaseSheet.of(cases.show(input.number(), by, input.reason().text()), sanctions.all(), clock.instant());
    }

    @Handles
    CaseStands open(OpenCase input, Actor by) throws IOException {
        CallComplaint complaint = new CallComplaint(
                input.number().mobile(),
                input.insurer(),
                input.line(),
                input.caller().map(typed -> CallerNumber.typed(typed.text())),
                input.calledAt().begin(),
                input.purpose(),
                input.words().isEmpty() ? "" : words(input.words().get()));
        CaseNumber opened = cases.open(
                complaint,
                CaseSource.OPERATOR,
                UUID.randomUUID(),
                by,
                input.reason().text());
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
    Outline preview(AssignCaseTo input) {
        return Outline.of(
                "case-assign",
                input.number(),
                input.insurer(),
                input.unit(),
                input.salesperson(),
                assignment.require(input.number(), party(input)));
    }

    @Handles
    CaseStands assign(AssignCaseTo input, Actor by) {
        assignment.to(input.number(), party(input), input.reason().text(), by);
        return stands("case.assigned", input.number());
    }

    private static CaseParty party(AssignCaseTo input) {
        return new CaseParty(input.insurer(), input.unit(), input.salesperson());
    }

    @Handles
    CaseStands contest(ContestDecision input, Actor by) {
        appeal.forConsumer(input.number(), input.reason().text(), by);
        return stands("case.appealed", input.number());
    }

    private CaseStands stands(String done, CaseNumber number) {
        return new CaseStands(done, CaseLine.of(cases.get(number), clock.instant()));
    }

    record DecidedCase(CaseNumber number, DecisionLine decision) {}

    /** The people who have decided a case must neither decide its appeal nor confirm that decision. */
    @ChecksPerson
    void requireOther(DecideOnCase input, PersonName person) {
        decisions.requireOtherPerson(input.number(), person.value());
    }

    @Previews
    Outline preview(DecideOnCase input) {
        Optional<CaseParty> accused = decisions.require(input.number(), input.ruling());
        return Outline.of(
                "case-decide",
                input.number(),
                input.ruling(),
                grounds(input),
                input.evidence(),
                accused.map(CaseParty::insurer),
                accused.flatMap(CaseParty::unit),
                accused.flatMap(CaseParty::salesperson));
    }

    @Enriches
    DecideOnCase withEvidence(DecideOnCase input, Actor by) {
        String lookedAt = decisions
                .assess(input.number(), lookedAt(input), by, input.reason().text())
                .sha256();
        return new DecideOnCase(
                input.number(),
                input.ruling(),
                input.ground(),
                Optional.of(new EvidenceSha256(lookedAt)),
                input.reason());
    }

    @Handles
    DecidedCase decide(DecideOnCase input, Actor by) {
        return new DecidedCase(
                input.number(),
                DecisionLine.of(decisions.decide(
                        input.number(),
                        input.ruling(),
                        grounds(input),
                        input.reason().text(),
                        lookedAt(input),
                        by)));
    }

    private static Optional<String> lookedAt(DecideOnCase input) {
        return input.evidence().map(EvidenceSha256::hex);
    }

    private static Set<ViolationGround> grounds(DecideOnCase input) {
        Set<ViolationGround> grounds = EnumSet.noneOf(ViolationGround.class);
        grounds.addAll(input.ground());
        return grounds;
    }

    record DecidedSanction(SanctionLine sanction) {}

    @Handles
    SanctionList list(ListSanctions input) {
        return SanctionList.of(input.all() ? sanctions.all() : sanctions.standing());
    }

    @Previews
    Outline preview(ImposeSanction input) {
        return preview(input.id(), Sanction.State.IMPOSED);
    }

    @Handles
    DecidedSanction impose(ImposeSanction input, Actor by) {
        return decided(sanctions.impose(input.id(), input.reason().text(), by));
    }

    @Previews
    Outline preview(RefuseSanction input) {
        return preview(input.id(), Sanction.State.REFUSED);
    }

    @Handles
    DecidedSanction refuse(RefuseSanction input, Actor by) {
        return decided(sanctions.refuse(input.id(), input.reason().text(), by));
    }

    @Previews
    Outline preview(LiftSanction input) {
        return preview(input.id(), Sanction.State.LIFTED);
    }

    @Handles
    DecidedSanction lift(LiftSanction input, Actor by) {
        return decided(sanctions.lift(input.id(), input.reason().text(), by));
    }

    private Outline preview(long id, Sanction.State next) {
        Sanction sanction = sanctions.require(id, next);
        Optional<Sanctions.Days> days =
                next == Sanction.State.IMPOSED ? Optional.of(sanctions.days(sanction)) : Optional.empty();
        return Outline.of(
                "sanction-" + next,
                id,
                sanction.kind(),
                sanction.subject(),
                sanction.cases(),
                days.map(Sanctions.Days::beginsOn),
                days.flatMap(Sanctions.Days::endsOn));
    }

    private static DecidedSanction decided(Sanction sanction) {
        return new DecidedSanction(SanctionLine.of(sanction));
    }

    public record SanctionList(List<SanctionLine> sanctions) {

        static SanctionList of(List<Sanction> sanctions) {
            return new SanctionList(sanctions.stream().map(SanctionLine::of).toList());
        }
    }
}
