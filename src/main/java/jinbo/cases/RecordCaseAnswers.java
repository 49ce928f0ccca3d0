package jinbo.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what insurers answer: only of cases that they were asked about, and only what the case waits for. */
@Component
public class RecordCaseAnswers {

    private final CaseRows rows;
    private final CaseFiles files;
    private final CaseParties parties;
    private final CaseAnswers answers;
    private final AdvanceCase advance;
    private final SalesUnits units;
    private final Clock clock;

    RecordCaseAnswers(
            CaseRows rows,
            CaseFiles files,
            CaseParties parties,
            CaseAnswers answers,
            AdvanceCase advance,
            SalesUnits units,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.parties = parties;
        this.answers = answers;
        this.advance = advance;
        this.units = units;
        this.clock = clock;
    }

    /** What would become of one at this moment; nothing is changed and nobody has to wait. */
    public Outcome look(SubmittedAnswer given) {
        return find(given).map(stored -> judge(stored, given)).orElse(Outcome.CASE_UNKNOWN);
    }

    /** Takes one, in the caller's transaction; one that is refused leaves no trace, and another's case is not even locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome take(SubmittedAnswer given, Actor by) {
        Optional<CaseRows.Stored> found = find(given)
                .flatMap(stored -> rows.findLocked(given.number()))
                .filter(stored -> isKnownTo(given.insurer(), stored));
        if (found.isEmpty()) {
            return Outcome.CASE_UNKNOWN;
        }
        CaseRows.Stored stored = found.get();
        Outcome judged = judge(stored, given);
        if (judged == Outcome.RECORDED) {
            record(stored, given, by);
        }
        return judged;
    }

    private Optional<CaseRows.Stored> find(SubmittedAnswer given) {
        return rows.find(given.number()).filter(stored -> isKnownTo(given.insurer(), stored));
    }

    private Outcome judge(CaseRows.Stored stored, SubmittedAnswer given) {
        boolean waits = isAppeal(given)
                ? takesAppeal(stored, given.receivedAt())
                : stored.summary().state() == CaseState.SENT;
        if (!waits) {
            return Outcome.CASE_NOT_WAITING;
        }
        return given.unit()
                        .filter(unit -> units.find(given.insurer(), unit).isEmpty())
                        .isPresent()
                ? Outcome.UNIT_NOT_REGISTERED
                : Outcome.RECORDED;
    }

    private void record(CaseRows.Stored stored, SubmittedAnswer given, Actor by) {
        answers.record(stored, given.answer(), given.inboundFile(), given.line());
        if (given.namesCaller()) {
            CaseParty known = parties.of(stored).orElseThrow();
            parties.record(stored, given.party(known), by, clock.instant());
        }
        advance.to(stored, isAppeal(given) ? CaseState.APPEALED : CaseState.ANSWERED, by, Optional.empty());
    }

    private static boolean isAppeal(SubmittedAnswer given) {
        return given.content() instanceof CaseAnswer.Appeal;
    }

    /** Nobody learns by guessing that there is a case which is another insurer's, or was not told yet. */
    private boolean isKnownTo(InsurerCode insurer, CaseRows.Stored stored) {
        return stored.summary().insurer().equals(Optional.of(insurer)) && files.hasAsked(insurer, stored);
    }

    /** A decision against the insurer can be contested until its day is over, and by it once. */
    private boolean takesAppeal(CaseRows.Stored stored, Instant receivedAt) {
        List<Case.Event> history = rows.history(stored);
        Case.Event last = history.get(history.size() - 1);
        return CaseSide.INSURER.lost(last.state())
                && !CaseSide.INSURER.hasAppealed(history)
                && stored.summary()
                        .dueOn()
                        .filter(day -> BusinessTime.dateOf(receivedAt).isAfter(day))
                        .isEmpty();
    }

    public enum Outcome {
        /** It is recorded, and the case goes on. */
        RECORDED,
        /** The insurer has not been asked about such a case, or the case is not its any more. */
        CASE_UNKNOWN,
        /** The case stands so that it takes no such answer, or has got one. */
        CASE_NOT_WAITING,
        UNIT_NOT_REGISTERED
    }

    /**
     * An answer as a file brings it, of which nobody knows yet whether the case takes it.
     *
     * @param unit which of its sales units called, if it says so
     * @param line physical line of that file
     */
    public record SubmittedAnswer(
            CaseNumber number,
            InsurerCode insurer,
            Instant receivedAt,
            CaseAnswer.Content content,
            String words,
            Optional<UnitCode> unit,
            Optional<Salesperson> salesperson,
            long inboundFile,
            int line) {

        CaseAnswer answer() {
            return new CaseAnswer(insurer, receivedAt, content, words);
        }

        /** Whose call it was, as the answer tells it; what it does not tell stays as it is known. */
        CaseParty party(CaseParty known) {
            return new CaseParty(insurer, unit.or(known::unit), salesperson.or(known::salesperson));
        }

        boolean namesCaller() {
            return unit.isPresent() || salesperson.isPresent();
        }
    }
}
