package jinbo.reference.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A day on which the plain week from Monday to Friday does not hold.
 *
 * @param date the day
 * @param kind what it is instead
 * @param name the holiday that it belongs to, for example 春节
 */
record SpecialDay(LocalDate date, Kind kind, String name) {

    /** What a special day is. */
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
