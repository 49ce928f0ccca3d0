package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * The main data of a case, without anything that identifies the consumer or the caller.
 *
 * @param dueOn the last day for the next step; empty if an insurer must be notified or resumed first, or beyond the
 *     calendar
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

    /** Returns true if the last day for the next step is past. A chance to appeal cannot be overdue. */
    public boolean isOverdue(LocalDate today) {
        return !state.isDecided() && dueOn.filter(today::isAfter).isPresent();
    }
}
