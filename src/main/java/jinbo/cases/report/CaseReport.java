package jinbo.cases.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jinbo.reference.calendar.BusinessTime;

/** @param months the month of the report, last, and the twelve before it */
public record CaseReport(List<MonthlyCaseCounts> months, Instant madeAt) {

    static final int MONTHS = 13;

    public MonthlyCaseCounts last() {
        return months.get(months.size() - 1);
    }

    public YearMonth month() {
        return last().month();
    }

    /** Returns true if the month had ended. */
    public boolean isFinal() {
        return !madeAt.isBefore(endOf(month()));
    }

    /** Returns the file name without extension; reports of a month that has not ended are marked. */
    public String stem() {
        return "cases-" + month() + (isFinal() ? "" : "-so-far");
    }

    public static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    public static Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }
}
