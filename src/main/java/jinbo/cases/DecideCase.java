package jinbo.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records the decision of a case on its evidence, after the insurer has answered or the days for that are over. */
@Component
public record DecideCase(
        CaseAssessor assessor,
        CaseRows rows,
        CaseFiles files,
        CaseHistory history,
        PendingAnswers pending,
        TransactionTemplate transaction,
        Clock clock) {

    /** @throws CaseException if the case does not exist or cannot be decided now */
    public Optional<CaseParty> require(CaseNumber number, CaseRuling ruling) {
        CaseRows.Stored stored = rows.get(number);
        requireNow(stored, ruling);
        return history.party(stored);
    }

    /** @throws CaseException if the case does not exist or this person has decided it before */
    public void requireOtherPerson(CaseNumber number, String person) {
        CaseRows.Stored stored = rows.get(number);
        CaseState state = stored.summary().state();
        if (state.canBecome(CaseState.UPHELD) || state.canBecome(CaseState.DISMISSED)) {
            requireOthers(stored, List.of(person));
        }
    }

    private void requireOthers(CaseRows.Stored stored, List<String> people) {
        history.decisions(stored).stream()
                .flatMap(decision -> Stream.concat(Stream.of(decision.decidedBy()), decision.confirmedBy().stream()))
                .filter(people::contains)
                .findFirst()
                .ifPresent(person -> {
                    throw new CaseException(
                            CaseError.DECIDED_BEFORE, stored.summary().number(), person);
                });
    }

    /** @throws CaseException if the case does not exist, or its evidence has changed since the person saw it */
    public CaseAssessor.Assessment assess(CaseNumber number, Optional<String> evidenceSha256, Actor by, String reason) {
        CaseAssessor.Assessment evidence = assessor.weigh(number, by, reason);
        if (evidenceSha256.isPresent() && !evidenceSha256.get().equals(evidence.sha256())) {
            throw new CaseException(CaseError.EVIDENCE_CHANGED, number);
        }
        return evidence;
    }

    /**
     * @param evidenceSha256 the evidence that the person has seen; empty if nobody has
     * @throws CaseException if the case cannot be decided now, its evidence has changed, or one of the two people has
     *     decided it before
     */
    public CaseDecision decide(
            CaseNumber number,
            CaseRuling ruling,
            Set<ViolationGround> violationGrounds,
            String reason,
            Optional<String> evidenceSha256,
            Actor by) {
        CaseRows.Stored before = rows.get(number);
        requireNow(before, ruling);
        CaseHistory.Version assessedVersion = history.version(before);
        CaseAssessor.Assessment evidence = assess(number, evidenceSha256, by, reason);
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
            CaseRows.Stored stored = rows.getLocked(number);
            requireNow(stored, ruling);
            if (by.confirmedBy().isPresent()) {
                requireOthers(stored, by.names());
            }
            if (!history.version(stored).equals(assessedVersion)) {
                throw new CaseException(CaseError.EVIDENCE_CHANGED, number);
            }
            rows.advance(stored, ruling.decided(), by, Optional.of(reason));
            history.recordDecision(stored, decision, by);
        });
        return decision;
    }

    private void requireNow(CaseRows.Stored stored, CaseRuling ruling) {
        CaseNumber number = stored.summary().number();
        CaseState state = stored.summary().state();
        boolean leftUnasked = state == CaseState.SENT && stored.running() && !stored.notified();
        if (ruling == CaseRuling.VIOLATION
                && (state == CaseState.OPEN || leftUnasked || !files.hasAskedInsurer(stored))) {
            throw new CaseException(CaseError.NOBODY_ASKED, number);
        }
        if (!state.canBecome(ruling.decided())) {
            throw new CaseException(CaseError.CASE_STATE, number, state, ruling.decided());
        }
        if (state == CaseState.SENT) {
            Optional<LocalDate> due = stored.summary().dueOn();
            if (due.isEmpty() || !BusinessTime.today(clock).isAfter(due.get())) {
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

    /** Collects the evidence about a call, and proposes a ruling. */
    public interface CaseAssessor {

        interface Assessment {

            Optional<CaseRuling> proposed();

            Set<ViolationGround> grounds();

            /** The hash of the evidence, 64 lower-case hex digits. */
            String sha256();
        }

        /** Assesses a case. This is a logged access to the consumer's number. */
        Assessment weigh(CaseNumber number, Actor actor, String purpose);
    }
}
