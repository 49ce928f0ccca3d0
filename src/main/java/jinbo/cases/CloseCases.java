package jinbo.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes decided cases when the time for an appeal is over, or the losing party has appealed before. A case stays open
 * while its insurer must be notified or a timely answer is not ingested yet.
 */
@Component
public record CloseCases(CaseRows rows, PendingAnswers pending, TransactionTemplate transaction, Clock clock) {

    /** Closes each case in its own transaction, and returns their count. */
    public int due(Actor by) {
        int closed = 0;
        for (CaseState decided : List.of(CaseState.UPHELD, CaseState.DISMISSED)) {
            for (CaseRows.Stored found : rows.findInState(decided)) {
                if (isOver(found)
                        && Boolean.TRUE.equals(transaction.execute(
                                status -> close(found.summary().number(), by)))) {
                    closed++;
                }
            }
        }
        return closed;
    }

    /** Verifies the case again under its lock. */
    private boolean close(CaseNumber number, Actor by) {
        Optional<CaseRows.Stored> stored = rows.findLocked(number)
                .filter(found -> found.summary().state().isDecided())
                .filter(found -> found.summary().state().canBecome(CaseState.CLOSED))
                .filter(this::isOver);
        stored.ifPresent(found -> rows.advance(found, CaseState.CLOSED, by, Optional.empty()));
        return stored.isPresent();
    }

    private boolean mayHaveAppealed(CaseRows.Stored stored) {
        return stored.summary()
                .insurer()
                .flatMap(insurer -> stored.summary().dueOn().filter(day -> pending.of(insurer, day)))
                .isPresent();
    }

    private boolean isOver(CaseRows.Stored stored) {
        boolean past = stored.summary()
                .dueOn()
                .filter(BusinessTime.dateOf(clock.instant())::isAfter)
                .isPresent();
        return (past || stored.running() && rows.isFinal(stored)) && !mayHaveAppealed(stored);
    }
}
