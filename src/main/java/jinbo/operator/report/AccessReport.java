package jinbo.operator.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.accesslog.LogTree;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;

/** The report on accesses of a month; {@code counts} is empty if the report was written to files. */
public record AccessReport(ReportHeader head, List<AccessCount> counts, AccessTotals totals, List<Path> files) {

    /** The sums of all accesses; a phone number that was read twice counts twice. */
    public record AccessTotals(long accesses, long numbers, long failed, long withoutResult, long refusals) {

        static final AccessTotals NOTHING = new AccessTotals(0, 0, 0, 0, 0);

        AccessTotals plus(AccessCount count) {
            return new AccessTotals(
                    accesses + count.accesses(),
                    numbers + count.numbers(),
                    failed + count.failed(),
                    withoutResult + count.withoutResult(),
                    refusals + count.refusals());
        }
    }

    /** What a report is about, and the signed tree head of the access log on which it is based. */
    public record ReportHeader(
            YearMonth month, Optional<InsurerCode> insurer, LogTree.SignedTreeHead head, Instant madeAt) {

        Instant from() {
            return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
        }

        Instant until() {
            return month.plusMonths(1).atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
        }

        /** True if the month was over when the report was made. */
        public boolean isOver() {
            return !madeAt.isBefore(until());
        }

        String stem() {
            return "access-report-" + month
                    + insurer.map(code -> "-" + code.value()).orElse("");
        }
    }
}
