package jinbo.cases.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jinbo.reference.calendar.BusinessTime;

/** @param months the twelve before it, and last the month itself */
public record CaseReport(List<MonthlyCaseCounts> months, Instant madeAt) {

    static final int MONTHS = 13;

    public MonthlyCaseCounts last() {
        return months.get(months.size() - 1);
    }

    public YearMonth month() {
        return last().month();
    }

    /** Whether nothing can be added to it any more. */
    public boolean isFinal() {
        return !madeAt.isBefore(endOf(month()));
    }

    /** What its files are called, without what follows; those of a month that is not over cannot be taken for its own. */
    public String stem() {
        return "cases-" + month() + (isFinal() ? "" : "-so-far");
    }

    static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    /** The first instant after a month. */
    static Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }
}
