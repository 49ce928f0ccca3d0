package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** @param reported empty once it is erased */
public record Case(
        CaseSummary summary,
        CaseSource source,
        Optional<CaseParty> party,
        Optional<ReportedCall> reported,
        List<Event> history,
        List<CaseAnswer> answers,
        List<CaseDecision> decisions) {

    /** @param dueOn the last day for the next step; empty if there is none, or the calendar does not reach it */
    public record Event(
            CaseState state, Instant at, String actor, Optional<LocalDate> dueOn, Optional<String> reason) {}
}
