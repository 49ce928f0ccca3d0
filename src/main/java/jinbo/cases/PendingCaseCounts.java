package jinbo.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Counts the cases that go on only if somebody does something. */
@Component
public record PendingCaseCounts(CaseRows rows, Clock clock) {

    /** Open cases of which nobody knows whose they are. */
    public long withoutInsurer() {
        return rows.standing(CaseState.OPEN).stream()
                .filter(stored -> stored.summary().insurer().isEmpty())
                .count();
    }

    /** Open cases whose insurer, whether it takes part or not, has not been asked by the day for it. */
    public long notSent() {
        return rows.standing(CaseState.OPEN).stream()
                .filter(stored -> stored.summary().insurer().isPresent())
                .filter(this::isOverdue)
                .count();
    }

    /** Cases that an insurer has not answered by the day for it. */
    public long unanswered(InsurerCode insurer) {
        return rows.standing(CaseState.SENT).stream()
                .filter(stored -> stored.summary().insurer().equals(Optional.of(insurer)))
                .filter(this::isOverdue)
                .count();
    }

    /** Cases that are answered, or contested, and wait for people to decide. */
    public long undecided() {
        return Stream.of(CaseState.ANSWERED, CaseState.APPEALED)
                .mapToLong(state -> rows.standing(state).size())
                .sum();
    }

    private boolean isOverdue(CaseRows.Stored stored) {
        return stored.summary().isOverdue(BusinessTime.dateOf(clock.instant()));
    }
}
