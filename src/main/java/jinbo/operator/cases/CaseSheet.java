package jinbo.operator.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.Case;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseDecision;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.DisputeReason;
import jinbo.cases.Exemption;
import jinbo.cases.ReportedCall;
import jinbo.cases.ViolationGround;
import jinbo.cases.sanction.Sanction;
import jinbo.operator.cases.SanctionOperations.SanctionLine;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;

/** The result of {@code case show}, without the number of the consumer and with possible phone numbers masked. */
public record CaseSheet(
        CaseLine summary,
        CaseSource source,
        Optional<CaseParty> party,
        boolean erased,
        Optional<String> caller,
        Optional<String> words,
        List<Event> history,
        List<Said> answers,
        List<DecisionLine> decisions,
        List<SanctionLine> sanctions)
        implements CommentedResult {

    /** @param dueOn last day for the next step */
    public record Event(
            CaseState state, Instant at, String actor, Optional<LocalDate> dueOn, Optional<String> reason) {}

    public record Said(
            Instant receivedAt,
            InsurerCode insurer,
            CaseAnswer.Kind answer,
            Optional<DisputeReason> dispute,
            Optional<Exemption> exemption,
            String words) {

        static Said of(CaseAnswer answer) {
            return new Said(
                    answer.receivedAt(),
                    answer.insurer(),
                    answer.content().kind(),
                    answer.dispute(),
                    answer.exemption(),
                    answer.words());
        }
    }

    /** @param sanctions all sanctions; the sheet contains those to which the case has contributed */
    public static CaseSheet of(Case shown, List<Sanction> sanctions, Instant now) {
        return new CaseSheet(
                CaseLine.of(shown.summary(), now),
                shown.source(),
                shown.party(),
                shown.reported().isEmpty(),
                shown.reported().flatMap(ReportedCall::caller).map(CallerNumber::digits),
                shown.reported()
                        .map(ReportedCall::words)
                        .filter(words -> !words.isEmpty())
                        .map(PhoneDigits::masked),
                shown.history().stream()
                        .map(event ->
                                new Event(event.state(), event.at(), event.actor(), event.dueOn(), event.reason()))
                        .toList(),
                shown.answers().stream().map(Said::of).toList(),
                shown.decisions().stream().map(DecisionLine::of).toList(),
                sanctions.stream()
                        .filter(sanction ->
                                sanction.cases().contains(shown.summary().number()))
                        .map(SanctionLine::of)
                        .toList());
    }

    @Override
    public Optional<String> comment() {
        return erased ? Optional.of("erased") : Optional.empty();
    }

    /** @param dueOn last day for the next step */
    public record CaseLine(
            CaseNumber number,
            Optional<InsurerCode> insurer,
            Optional<LineCode> businessLine,
            Instant calledAt,
            CallPurpose purpose,
            Instant openedAt,
            CaseState state,
            Instant since,
            Optional<LocalDate> dueOn,
            boolean overdue) {

        static CaseLine of(CaseSummary summary, Instant now) {
            return new CaseLine(
                    summary.number(),
                    summary.insurer(),
                    summary.businessLine(),
                    summary.calledAt(),
                    summary.purpose(),
                    summary.openedAt(),
                    summary.state(),
                    summary.since(),
                    summary.dueOn(),
                    summary.isOverdue(BusinessTime.dateOf(now)));
        }
    }

    public record DecisionLine(
            Instant at,
            CaseRuling ruling,
            List<ViolationGround> grounds,
            Optional<CaseRuling> proposed,
            String reason,
            String evidenceSha256,
            String decidedBy,
            Optional<String> confirmedBy) {

        static DecisionLine of(CaseDecision decision) {
            return new DecisionLine(
                    decision.at(),
                    decision.ruling(),
                    decision.grounds().stream().sorted().toList(),
                    decision.proposed(),
                    decision.reason(),
                    decision.evidenceSha256(),
                    decision.decidedBy(),
                    decision.confirmedBy());
        }
    }
}
