package jinbo.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case as shown to its consumer.
 *
 * @param contested true if the losing party has already appealed
 */
public record ConsumerCase(
        CaseSummary summary,
        Optional<CaseRuling> ruling,
        List<ViolationGround> grounds,
        Optional<LocalDate> dueOn,
        boolean contested) {

    public ConsumerCase {
        grounds = List.copyOf(grounds);
    }

    public boolean isContestable() {
        return !contested && CaseSide.CONSUMER.lost(summary.state());
    }

    public boolean isContestableByInsurer() {
        return !contested && CaseSide.INSURER.lost(summary.state());
    }
}
