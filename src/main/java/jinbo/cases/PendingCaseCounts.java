package jinbo.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Counts the cases that wait for a person. */
@Component
public record PendingCaseCounts(CaseRows rows, Clock clock) {

    /** Counts open cases without an insurer. */
    public long withoutInsurer() {
        return rows.findInState(CaseState.OPEN).stream()
                .filter(stored -> stored.summary().insurer().isEmpty())
                .count();
    }

    /** Counts open cases whose insurer was not asked in time, even if the insurer has left. */
    public long notSent() {
        return rows.findInState(CaseState.OPEN).stream()
                .filter(stored -> stored.summary().insurer().isPresent())
                .filter(this::isOverdue)
                .count();
    }

    /** Counts the insurer's cases that it has not answered in time. */
    public long unanswered(InsurerCode insurer) {
        return rows.findInState(CaseState.SENT).stream()
                .filter(stored -> stored.summary().insurer().equals(Optional.of(insurer)))
                .filter(this::isOverdue)
                .count();
    }

    /** Counts answered and appealed cases that wait for a decision. */
    public long undecided() {
        return Stream.of(CaseState.ANSWERED, CaseState.APPEALED)
                .mapToLong(state -> rows.findInState(state).size())
                .sum();
    }

    private boolean isOverdue(CaseRows.Stored stored) {
        return stored.summary().isOverdue(BusinessTime.today(clock));
    }
}
