package jinbo.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A decision that one side did not accept, so that the case is decided once more.
 *
 * @param by who contested it
 * @param decided how the case stood after it
 * @param decidedAt when that was
 * @param at when it was contested
 */
public record AppealedDecision(CaseSide by, CaseState decided, Instant decidedAt, Instant at) {

    /** Those of a case, the oldest first. */
    static List<AppealedDecision> in(List<CaseEvent> history) {
        return IntStream.range(1, history.size())
                .filter(event -> history.get(event).state() == CaseState.APPEALED)
                .mapToObj(event -> of(history.get(event - 1), history.get(event)))
                .toList();
    }

    private static AppealedDecision of(CaseEvent decision, CaseEvent appeal) {
        return new AppealedDecision(CaseSide.against(decision.state()), decision.state(), decision.at(), appeal.at());
    }
}
