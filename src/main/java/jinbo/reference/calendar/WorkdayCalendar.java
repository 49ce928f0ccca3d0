package jinbo.reference.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts the working days of mainland China, make-up days included; immutable. */
public final class WorkdayCalendar {

    private final String version;
    private final Map<LocalDate, SpecialDay> special = new HashMap<>();
    private final SortedSet<Integer> years;

    WorkdayCalendar(String version, Collection<SpecialDay> days) {
        this.version = version;
        SortedSet<Integer> loaded = new TreeSet<>();
        for (SpecialDay day : days) {
            special.put(day.date(), day);
            loaded.add(day.date().getYear());
        }
        this.years = Collections.unmodifiableSortedSet(loaded);
    }

    /**
     * Names this calendar for ever: its years and a running number, for example {@code 2012-2026.1}, with a gap
     * {@code 2012-2026+2028.2}.
     */
    public String version() {
        return version;
    }

    /** The years that are loaded, lowest first: those of which at least one special day is known. */
    public SortedSet<Integer> years() {
        return years;
    }

    /**
     * Whether people work on a day.
     *
     * @throws YearNotLoadedException if the day's year is not loaded
     */
    public boolean isWorkday(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new YearNotLoadedException(date.getYear(), version);
        }
        SpecialDay day = special.get(date);
        return day == null ? !SpecialDay.isWeekend(date) : day.kind() == SpecialDay.Kind.WORKDAY;
    }

    /**
     * The n-th working day after a day, which is not counted itself and may be any day.
     *
     * @param from the day after which counting begins
     * @param n how many working days, 0 or more; 0 gives {@code from}
     * @throws YearNotLoadedException if a day that has to be looked at is in a year that is not loaded
     * @throws IllegalArgumentException if n is negative
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

    /**
     * A day on which the plain week from Monday to Friday does not hold.
     *
     * @param name the holiday that it belongs to, for example 春节
     */
    record SpecialDay(LocalDate date, Kind kind, String name) {

        enum Kind {
            /** A day from Monday to Friday off. */
            HOLIDAY,
            /** A Saturday or Sunday on which people work in exchange (调休). */
            WORKDAY
        }

        static boolean isWeekend(LocalDate date) {
            DayOfWeek day = date.getDayOfWeek();
            return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        }
    }
}
