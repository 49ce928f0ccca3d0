package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * A case without anything by which the consumer or the caller could be known.
 *
 * @param insurer in whose name the call was, if the consumer knew
 * @param dueOn the last day for what is to happen next, as it binds; empty if nothing is, while an insurer has to be told first or is
 *     suspended, and where the calendar does not reach that far
 */
public record CaseSummary(
        CaseNumber number,
        Optional<InsurerCode> insurer,
        Optional<LineCode> businessLine,
        Instant calledAt,
        CallPurpose purpose,
        Instant openedAt,
        CaseState state,
        Instant since,
        Optional<LocalDate> dueOn) {

    /** Whether somebody is late on a day; when a decision is contested no longer, nobody is. */
    public boolean isOverdue(LocalDate today) {
        return !state.isDecided() && dueOn.filter(today::isAfter).isPresent();
    }
}
