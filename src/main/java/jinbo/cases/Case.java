package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A consumer's complaint about a call, with answers, history and decisions.
 *
 * @param party the insurer that is said to have called
 * @param reported the caller's number and the consumer's text; empty once they are erased
 */
public record Case(
        CaseSummary summary,
        CaseSource source,
        Optional<CaseParty> party,
        Optional<ReportedCall> reported,
        List<Event> history,
        List<CaseAnswer> answers,
        List<CaseDecision> decisions) {

    /** A change of state; {@code dueOn} is the last day for the next step, if the calendar reaches that day. */
    public record Event(
            CaseState state, Instant at, String actor, Optional<LocalDate> dueOn, Optional<String> reason) {}
}
