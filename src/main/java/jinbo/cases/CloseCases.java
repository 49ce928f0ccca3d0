package jinbo.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes decided cases that nobody can contest any more: the day for an appeal is past, or who could has contested one before; not before
 * an insurer that has to be told is, or counts as told, nor while an answer that came in time waits to be judged.
 */
@Component
public record CloseCases(
        CaseRows rows,
        CaseSteps steps,
        PendingAnswers pending,
        AdvanceCase advance,
        TransactionTemplate transaction,
        Clock clock) {

    /**
     * Closes what is due, each in a transaction of its own.
     *
     * @return how many
     */
    public int due(Actor by) {
        int closed = 0;
        for (CaseState decided : List.of(CaseState.UPHELD, CaseState.DISMISSED)) {
            for (CaseRows.Stored found : rows.standing(decided)) {
                if (isOver(found)
                        && Boolean.TRUE.equals(transaction.execute(
                                status -> close(found.summary().number(), by)))) {
                    closed++;
                }
            }
        }
        return closed;
    }

    /** Somebody may have appealed since it was found. */
    private boolean close(CaseNumber number, Actor by) {
        Optional<CaseRows.Stored> stored = rows.findLocked(number)
                .filter(found -> found.summary().state().isDecided())
                .filter(found -> found.summary().state().canBecome(CaseState.CLOSED))
                .filter(this::isOver);
        stored.ifPresent(found -> advance.to(found, CaseState.CLOSED, by, Optional.empty()));
        return stored.isPresent();
    }

    /** By an answer that came in time and nobody has read. */
    private boolean mayHaveAppealed(CaseRows.Stored stored) {
        return stored.summary()
                .insurer()
                .flatMap(insurer -> steps.due(stored).filter(day -> pending.of(insurer, day)))
                .isPresent();
    }

    private boolean isOver(CaseRows.Stored stored) {
        boolean past = steps.due(stored)
                .filter(BusinessTime.dateOf(clock.instant())::isAfter)
                .isPresent();
        return (past || stored.running() && steps.isFinal(stored)) && !mayHaveAppealed(stored);
    }
}
