package jinbo.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.accesslog.Subject;

/**
 * @param numbers who was called and by whom; empty once that has been erased
 * @param subjects the consumer, as the access log may have it
 * @param before the same consumer's cases that go before it, the first first
 * @param contested what was decided of it before and not accepted, in order
 */
public record CaseDossier(
        CaseSummary summary,
        CaseSource source,
        Optional<CaseParty> party,
        Optional<CallNumbers> numbers,
        List<Answered> answers,
        List<Subject> subjects,
        List<CaseSummary> before,
        List<AppealedDecision> contested) {

    public record Answered(CaseAnswer answer, long inboundFile, int line) {}

    /**
     * A decision that one side did not accept, so that the case is decided once more.
     *
     * @param decided how the case stood after it
     */
    public record AppealedDecision(CaseSide by, CaseState decided, Instant decidedAt, Instant at) {

        /** Those of a case, the oldest first. */
        static List<AppealedDecision> in(List<Case.Event> history) {
            return IntStream.range(1, history.size())
                    .filter(event -> history.get(event).state() == CaseState.APPEALED)
                    .mapToObj(event -> of(history.get(event - 1), history.get(event)))
                    .toList();
        }

        private static AppealedDecision of(Case.Event decision, Case.Event appeal) {
            return new AppealedDecision(
                    CaseSide.against(decision.state()), decision.state(), decision.at(), appeal.at());
        }
    }
}
