package jinbo.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides a case on its evidence, after the insurer was heard or has let the day for it pass. */
@Component
public record DecideCase(
        CaseAssessor weighed,
        CaseSteps steps,
        AdvanceCase advance,
        CaseDecisions decisions,
        CaseParties parties,
        CaseVersions newest,
        PendingAnswers pending,
        TransactionTemplate transaction,
        Clock clock) {

    /**
     * Makes sure that a case can be decided so today; nothing is weighed.
     *
     * @return whose call it is held to be, if that is known
     * @throws CaseException if there is none
     * @throws CaseException if it stands so that nothing is to be decided
     * @throws CaseException if it is too early
     */
    public Optional<CaseParty> require(CaseNumber number, CaseRuling ruling) {
        CaseRows.Stored stored = steps.get(number);
        requireNow(stored, ruling);
        return parties.of(stored);
    }

    /**
     * Makes sure that a person has decided nothing before of a case that is to be decided, neither asking nor confirming: its appeal
     * is for others.
     *
     * @throws CaseException if there is none
     * @throws CaseException if that person has
     */
    public void requireOtherPerson(CaseNumber number, String person) {
        CaseRows.Stored stored = steps.get(number);
        CaseState state = stored.summary().state();
        if (state.canBecome(CaseState.UPHELD) || state.canBecome(CaseState.DISMISSED)) {
            requireOthers(stored, List.of(person));
        }
    }

    private void requireOthers(CaseRows.Stored stored, List<String> people) {
        decisions.of(stored).stream()
                .flatMap(decision -> Stream.concat(Stream.of(decision.decidedBy()), decision.confirmedBy().stream()))
                .filter(people::contains)
                .findFirst()
                .ifPresent(person -> {
                    throw new CaseException(
                            CaseError.DECIDED_BEFORE, stored.summary().number(), person);
                });
    }

    /**
     * On which evidence a case would be decided now.
     *
     * @param evidenceSha256 of the evidence that was looked at, if one was
     * @throws CaseException if there is none
     * @throws CaseException if the evidence is another one by now
     */
    public CaseAssessor.Weighed assess(CaseNumber number, Optional<String> evidenceSha256, Actor by, String reason) {
        CaseAssessor.Weighed evidence = weighed.weigh(number, by, reason);
        if (evidenceSha256.isPresent() && !evidenceSha256.get().equals(evidence.sha256())) {
            throw new CaseException(CaseError.EVIDENCE_CHANGED, number);
        }
        return evidence;
    }

    /**
     * @param reason why, without numbers
     * @param evidenceSha256 of the evidence that was looked at; empty if it is looked at only now
     * @throws CaseException if there is none
     * @throws CaseException if it stands so that nothing is to be decided
     * @throws CaseException if it is too early, the evidence is another one by now, or one of the two people has decided the
     *     case before
     */
    public CaseDecision decide(
            CaseNumber number,
            CaseRuling ruling,
            Set<ViolationGround> violationGrounds,
            String reason,
            Optional<String> evidenceSha256,
            Actor by) {
        CaseRows.Stored before = steps.get(number);
        requireNow(before, ruling);
        CaseVersions.Rows lookedAt = newest.of(before);
        CaseAssessor.Weighed evidence = assess(number, evidenceSha256, by, reason);
        CaseDecision decision = new CaseDecision(
                ruling,
                violationGrounds,
                evidence.proposed(),
                reason,
                evidence.sha256(),
                by.name(),
                by.confirmedBy(),
                clock.instant());
        transaction.executeWithoutResult(status -> {
            CaseRows.Stored stored = steps.getLocked(number);
            requireNow(stored, ruling);
            if (by.confirmedBy().isPresent()) {
                requireOthers(stored, by.names());
            }
            if (!newest.of(stored).equals(lookedAt)) {
                throw new CaseException(CaseError.EVIDENCE_CHANGED, number);
            }
            advance.to(stored, ruling.decided(), by, Optional.of(reason));
            decisions.record(stored, decision, by);
        });
        return decision;
    }

    private void requireNow(CaseRows.Stored stored, CaseRuling ruling) {
        CaseNumber number = stored.summary().number();
        CaseState state = stored.summary().state();
        if (ruling == CaseRuling.VIOLATION && (state == CaseState.OPEN || !steps.isInsurerAsked(stored))) {
            throw new CaseException(CaseError.NOBODY_ASKED, number);
        }
        if (!state.canBecome(ruling.decided())) {
            throw new CaseException(CaseError.CASE_STATE, number, state, ruling.decided());
        }
        if (state == CaseState.SENT) {
            Optional<LocalDate> due = steps.due(stored);
            if (due.isEmpty() || !BusinessTime.dateOf(clock.instant()).isAfter(due.get())) {
                throw answerNotDue(number, due);
            }
            if (stored.summary()
                    .insurer()
                    .filter(insurer -> pending.of(insurer, due.get()))
                    .isPresent()) {
                throw new CaseException(CaseError.ANSWERS_PENDING, number);
            }
        }
    }

    private static CaseException answerNotDue(CaseNumber number, Optional<LocalDate> due) {
        return due.map(day -> new CaseException(CaseError.ANSWER_NOT_DUE, number, day))
                .orElseGet(() -> new CaseException(CaseError.ANSWER_DAYS_NOT_BEGUN, number));
    }

    /** Tells what was recorded last of a case, so that who has looked at it sees whether anything was added since. */
    @Component
    record CaseVersions(JdbcClient jdbc) {

        /** The newest rows of a case, by their ids; 0 where there is none. */
        record Rows(long event, long answer, long party) {}

        Rows of(CaseRows.Stored stored) {
            return jdbc.sql("""
                select coalesce((select max(id) from call_case_event where call_case = :id), 0) as event,
                       coalesce((select max(id) from call_case_answer where call_case = :id), 0) as answer,
                       coalesce((select max(id) from call_case_party where call_case = :id), 0) as party
                """)
                    .param("id", stored.id())
                    .query((row, number) -> new Rows(row.getLong("event"), row.getLong("answer"), row.getLong("party")))
                    .single();
        }
    }

    /**
     * Puts together what was known to whom and when of the call that a case is about, so that people can decide on it.
     */
    public interface CaseAssessor {

        /**
         * @param proposed what the rule proposes; empty if it cannot
         * @param sha256 of the evidence, 64 lower-case hex digits
         */
        record Weighed(Optional<CaseRuling> proposed, Set<ViolationGround> grounds, String sha256) {}

        /**
         * Weighs a case as it stands now; an access to its number.
         *
         * @param purpose why, without numbers
         * @throws CaseException if there is none
         */
        Weighed weigh(CaseNumber number, Actor actor, String purpose);
    }
}
