package jinbo.cases.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jinbo.reference.calendar.BusinessTime;

/**
 * The report of a month.
 *
 * @param months the twelve before it, and last the month itself
 * @param madeAt when
 */
public record CaseReport(List<MonthlyCaseCounts> months, Instant madeAt) {

    /** How many months are counted. */
    static final int MONTHS = 13;

    /** The month that it is about, with its counts. */
    public MonthlyCaseCounts last() {
        return months.get(months.size() - 1);
    }

    /** The month that it is about. */
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

    /** The first instant of a month. */
    static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    /** The first instant after a month. */
    static Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }
}
