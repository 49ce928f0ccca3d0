package jinbo.operator.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import jinbo.accesslog.LogTree;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * What a report is about, and what it rests on.
 *
 * @param month in the association's zone
 * @param insurer only accesses to this one's data; empty for all
 */
public record ReportHeader(
        YearMonth month, Optional<InsurerCode> insurer, LogTree.SignedTreeHead head, Instant madeAt) {

    /** The first instant of the month. */
    Instant from() {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    /** The first instant after the month. */
    Instant until() {
        return month.plusMonths(1).atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    /** Whether nothing can be added to the month any more. */
    public boolean isOver() {
        return !madeAt.isBefore(until());
    }

    /** What its files are called, without their endings. */
    String stem() {
        return "access-report-" + month
                + insurer.map(code -> "-" + code.value()).orElse("");
    }
}
