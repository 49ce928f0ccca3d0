package jinbo.story.year;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is simulated.
 *
 * @param weeks in which people call
 * @param withoutLists weeks in which the association makes no lists
 * @param lapseFrom the week from which on the agreements of those who let them lapse do not hold
 * @param lapseUntil the week from which on they hold again
 */
record YearParameters(int weeks, Set<Integer> withoutLists, int lapseFrom, int lapseUntil) {

    /** A Monday; all days of the year and of the time to settle its cases are in the calendar. */
    static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

    static final YearParameters YEAR = new YearParameters(52, Set.of(14, 15, 16, 37, 38, 39, 40), 20, 29);

    /** Spring Festival and what comes of its weeks. */
    static final YearParameters QUARTER = new YearParameters(13, Set.of(5, 6, 7), 8, 11);

    /** Weeks after the last call until every case is closed. */
    private static final int TO_SETTLE = 9;

    int weeksInAll() {
        return weeks + TO_SETTLE;
    }

    LocalDate monday(int week) {
        return FIRST.plusWeeks(week);
    }
}
