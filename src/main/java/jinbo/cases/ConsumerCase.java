package jinbo.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the consumer who complained is told of a case: nothing that others have said of it, nor who decided.
 *
 * @param dueOn the last day for what is to happen next, if there is one
 * @param contested whether whom the decision goes against has contested one before, so that it is the last
 * @param messaged whether the consumer gets a short message when the state changes
 */
public record ConsumerCase(
        CaseSummary summary,
        Optional<CaseRuling> ruling,
        List<ViolationGround> grounds,
        Optional<LocalDate> dueOn,
        boolean contested,
        boolean messaged) {

    public ConsumerCase {
        grounds = List.copyOf(grounds);
    }

    /** Whether the consumer can contest it until the day by which that is due. */
    public boolean isContestable() {
        return !contested && CaseSide.CONSUMER.lost(summary.state());
    }

    public boolean isContestableByInsurer() {
        return !contested && CaseSide.INSURER.lost(summary.state());
    }
}
