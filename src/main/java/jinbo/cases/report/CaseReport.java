package jinbo.cases.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jinbo.reference.calendar.BusinessTime;

/** The monthly report about cases: the counts of twelve earlier months, then those of the month itself. */
public record CaseReport(List<MonthlyCaseCounts> months, Instant madeAt) {

    static final int MONTHS = 13;

    public MonthlyCaseCounts last() {
        return months.get(months.size() - 1);
    }

    public YearMonth month() {
        return last().month();
    }

    /** Returns true if no case was opened, answered, decided or waiting in the month. */
    public boolean isEmpty() {
        return last().whole().isOfNoCase();
    }

    /** Returns true if the month had ended when the report was made. */
    public boolean isFinal() {
        return !madeAt.isBefore(endOf(month()));
    }

    /** Returns the file name without extension. It ends with {@code -so-far} if the month had not ended. */
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
