package jinbo.operator.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * @param insurer in whose name the call was, if the consumer knew
 * @param businessLine what the call was to sell, if the consumer knew
 * @param dueOn the last day for what is to happen next
 * @param overdue whether that is past, and somebody is late
 */
public record CaseLine(
        CaseNumber number,
        Optional<InsurerCode> insurer,
        Optional<LineCode> businessLine,
        Instant calledAt,
        CallPurpose purpose,
        Instant openedAt,
        CaseState state,
        Instant since,
        Optional<LocalDate> dueOn,
        boolean overdue) {

    static CaseLine of(CaseSummary summary, Instant now) {
        return new CaseLine(
                summary.number(),
                summary.insurer(),
                summary.businessLine(),
                summary.calledAt(),
                summary.purpose(),
                summary.openedAt(),
                summary.state(),
                summary.since(),
                summary.dueOn(),
                summary.isOverdue(BusinessTime.dateOf(now)));
    }
}
