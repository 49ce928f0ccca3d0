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

/** Records an insurer's answers about cases, if the insurer was asked and the state of the case allows the answer. */
@Component
public class RecordCaseAnswers {

    private final CaseRows rows;
    private final CaseFiles files;
    private final CaseHistory history;
    private final SalesUnits units;
    private final Clock clock;

    RecordCaseAnswers(CaseRows rows, CaseFiles files, CaseHistory history, SalesUnits units, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.history = history;
        this.units = units;
        this.clock = clock;
    }

    /** Returns what the outcome would be, without recording the answer and without locks. */
    public Outcome look(SubmittedAnswer given) {
        return find(given).map(stored -> judge(stored, given)).orElse(Outcome.CASE_UNKNOWN);
    }

    /** Records an answer in the caller's transaction. A case of another insurer is not locked. */
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
        history.recordAnswer(stored, given.answer(), given.inboundFile(), given.line());
        if (given.namesCaller()) {
            CaseParty known = history.party(stored).orElseThrow();
            history.recordParty(stored, given.party(known), by, clock.instant());
        }
        rows.advance(stored, isAppeal(given) ? CaseState.APPEALED : CaseState.ANSWERED, by, Optional.empty());
    }

    private static boolean isAppeal(SubmittedAnswer given) {
        return given.content() instanceof CaseAnswer.Appeal;
    }

    /** An insurer cannot tell other insurers' cases, and cases before it is asked, from cases that do not exist. */
    private boolean isKnownTo(InsurerCode insurer, CaseRows.Stored stored) {
        return stored.summary().insurer().equals(Optional.of(insurer)) && files.hasAskedInsurer(stored);
    }

    /** The insurer can appeal once in a case, after it has lost by a decision, until the last day for an appeal. */
    private boolean takesAppeal(CaseRows.Stored stored, Instant receivedAt) {
        List<Case.Event> events = rows.history(stored);
        Case.Event last = events.get(events.size() - 1);
        return CaseSide.INSURER.loses(last.state())
                && !CaseSide.INSURER.hasAppealed(events)
                && stored.summary()
                        .dueOn()
                        .filter(day -> BusinessTime.dateOf(receivedAt).isAfter(day))
                        .isEmpty();
    }

    public enum Outcome {
        RECORDED,
        /** The case does not exist, was assigned to another insurer, or this insurer was not asked about it. */
        CASE_UNKNOWN,
        /** The state of the case allows no such answer, for example because the case already has one. */
        CASE_NOT_WAITING,
        UNIT_NOT_REGISTERED
    }

    /** An answer as read from a file; the line is counted from 1. */
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

        /** Returns the party that the answer names, completed from the known one. */
        CaseParty party(CaseParty known) {
            return new CaseParty(insurer, unit.or(known::unit), salesperson.or(known::salesperson));
        }

        boolean namesCaller() {
            return unit.isPresent() || salesperson.isPresent();
        }
    }
}
