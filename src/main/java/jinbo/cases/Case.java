package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * @param reported what the consumer told; empty once that has been erased
 * @param history what became of it, in order
 * @param answers what insurers said of it, in order
 * @param decisions what was decided of it, in order; the last one counts
 */
public record Case(
        CaseSummary summary,
        CaseSource source,
        Optional<CaseParty> party,
        Optional<ReportedCall> reported,
        List<Event> history,
        List<CaseAnswer> answers,
        List<CaseDecision> decisions) {

    /**
     * @param state how it stood from then on
     * @param dueOn the last day for what is to happen next; empty if nothing is, or the calendar did not reach that far
     */
    public record Event(
            CaseState state, Instant at, String actor, Optional<LocalDate> dueOn, Optional<String> reason) {}
}
