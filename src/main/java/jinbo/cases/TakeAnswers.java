package jinbo.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnits;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what insurers answer: only of cases that they were asked about, and only what the case waits for. */
@Component
public class TakeAnswers {

    private final CaseRows rows;
    private final CaseFiles files;
    private final CaseParties parties;
    private final CaseAnswers answers;
    private final AdvanceCase advance;
    private final SalesUnits units;
    private final Clock clock;

    TakeAnswers(
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
    public TakenAnswer look(GivenAnswer given) {
        return find(given).map(stored -> judge(stored, given)).orElse(TakenAnswer.CASE_UNKNOWN);
    }

    /** Takes one, in the caller's transaction; one that is refused leaves no trace, and another's case is not even locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TakenAnswer take(GivenAnswer given, Actor by) {
        Optional<CaseRows.Stored> found = find(given)
                .flatMap(stored -> rows.findLocked(given.number()))
                .filter(stored -> isKnownTo(given.insurer(), stored));
        if (found.isEmpty()) {
            return TakenAnswer.CASE_UNKNOWN;
        }
        CaseRows.Stored stored = found.get();
        TakenAnswer judged = judge(stored, given);
        if (judged == TakenAnswer.RECORDED) {
            record(stored, given, by);
        }
        return judged;
    }

    private Optional<CaseRows.Stored> find(GivenAnswer given) {
        return rows.find(given.number()).filter(stored -> isKnownTo(given.insurer(), stored));
    }

    private TakenAnswer judge(CaseRows.Stored stored, GivenAnswer given) {
        boolean waits = isAppeal(given)
                ? takesAppeal(stored, given.receivedAt())
                : stored.summary().state() == CaseState.SENT;
        if (!waits) {
            return TakenAnswer.CASE_NOT_WAITING;
        }
        return given.unit()
                        .filter(unit -> units.find(given.insurer(), unit).isEmpty())
                        .isPresent()
                ? TakenAnswer.UNIT_NOT_REGISTERED
                : TakenAnswer.RECORDED;
    }

    private void record(CaseRows.Stored stored, GivenAnswer given, Actor by) {
        answers.record(stored, given.answer(), given.inboundFile(), given.line());
        if (given.tellsWhoCalled()) {
            CaseParty known = parties.of(stored).orElseThrow();
            parties.record(stored, given.party(known), by, clock.instant());
        }
        advance.to(stored, isAppeal(given) ? CaseState.APPEALED : CaseState.ANSWERED, by, Optional.empty());
    }

    private static boolean isAppeal(GivenAnswer given) {
        return given.content() instanceof CaseAnswer.Appeal;
    }

    /** Nobody learns by guessing that there is a case which is another insurer's, or was not told yet. */
    private boolean isKnownTo(InsurerCode insurer, CaseRows.Stored stored) {
        return stored.summary().insurer().equals(Optional.of(insurer)) && files.haveAsked(insurer, stored);
    }

    /** A decision against the insurer can be contested until its day is over, and by it once. */
    private boolean takesAppeal(CaseRows.Stored stored, Instant receivedAt) {
        List<CaseEvent> history = rows.history(stored);
        CaseEvent last = history.get(history.size() - 1);
        return Side.INSURER.lost(last.state())
                && !Side.INSURER.hasContested(history)
                && stored.summary()
                        .dueOn()
                        .filter(day -> BusinessTime.dateOf(receivedAt).isAfter(day))
                        .isEmpty();
    }
}
