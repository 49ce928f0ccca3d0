package jinbo.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes decided cases when the days for an appeal are over, or the party that lost has already appealed. A case stays
 * open while its insurer must be notified, or while a file that may contain a timely appeal is not ingested yet.
 */
@Component
public record CloseCases(CaseRows rows, PendingAnswers pending, TransactionTemplate transaction, Clock clock) {

    /** Closes each case in its own transaction, and returns their count. */
    public int due(Actor by) {
        int closed = 0;
        for (CaseState decided : List.of(CaseState.UPHELD, CaseState.DISMISSED)) {
            for (CaseRows.Stored found : rows.findInState(decided)) {
                if (isDue(found)
                        && Boolean.TRUE.equals(transaction.execute(
                                status -> close(found.summary().number(), by)))) {
                    closed++;
                }
            }
        }
        return closed;
    }

    /** Closes a case, if it is still due when it is locked. */
    private boolean close(CaseNumber number, Actor by) {
        Optional<CaseRows.Stored> stored = rows.findLocked(number)
                .filter(found -> found.summary().state().isDecided())
                .filter(found -> found.summary().state().canBecome(CaseState.CLOSED))
                .filter(this::isDue);
        stored.ifPresent(found -> rows.advance(found, CaseState.CLOSED, by, Optional.empty()));
        return stored.isPresent();
    }

    private boolean mayHaveAppealed(CaseRows.Stored stored) {
        return stored.summary()
                .insurer()
                .flatMap(insurer -> stored.summary().dueOn().filter(day -> pending.of(insurer, day)))
                .isPresent();
    }

    private boolean isDue(CaseRows.Stored stored) {
        boolean past = stored.summary()
                .dueOn()
                .filter(BusinessTime.today(clock)::isAfter)
                .isPresent();
        return (past || stored.running() && rows.isFinal(stored)) && !mayHaveAppealed(stored);
    }
}
