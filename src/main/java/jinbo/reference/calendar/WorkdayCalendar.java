package jinbo.reference.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One version of the calendar of working days of mainland China, including make-up days. Immutable. */
public final class WorkdayCalendar {

    private final String version;
    private final Map<LocalDate, SpecialDay> special = new HashMap<>();
    private final SortedSet<Integer> years;

    WorkdayCalendar(String version, Collection<SpecialDay> days) {
        this.version = version;
        days.forEach(day -> special.put(day.date(), day));
        this.years = Collections.unmodifiableSortedSet(
                days.stream().map(day -> day.date().getYear()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The name of this version: years and a running number, for example {@code 2012-2026+2028.2}. */
    public String version() {
        return version;
    }

    /** The loaded years in order: the years with at least one special day. */
    public SortedSet<Integer> years() {
        return years;
    }

    /** @throws YearNotLoadedException if the day's year is not loaded */
    public boolean isWorkday(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new YearNotLoadedException(date.getYear(), version);
        }
        SpecialDay day = special.get(date);
        return day == null ? !SpecialDay.isWeekend(date) : day.kind() == SpecialDay.Kind.WORKDAY;
    }

    /**
     * The n-th working day after a day.
     *
     * @param from may be any day; it is the result if {@code n} is 0
     * @throws YearNotLoadedException if the result or a day before it is in a year that is not loaded
     */
    public LocalDate plusWorkdays(LocalDate from, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not " + n);
        }
        LocalDate day = from;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                counted++;
            }
        }
        return day;
    }

    Collection<SpecialDay> specialDays() {
        return Collections.unmodifiableCollection(special.values());
    }

    @Override
    public String toString() {
        return "WorkdayCalendar[" + version + "]";
    }

    /** An exception to the week from Monday to Friday, with the name of the holiday, for example 春节. */
    record SpecialDay(LocalDate date, Kind kind, String name) {

        enum Kind {
            /** A day off from Monday to Friday. */
            HOLIDAY,
            /** A working Saturday or Sunday that makes up for a holiday (调休). */
            WORKDAY
        }

        static boolean isWeekend(LocalDate date) {
            DayOfWeek day = date.getDayOfWeek();
            return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        }
    }
}
