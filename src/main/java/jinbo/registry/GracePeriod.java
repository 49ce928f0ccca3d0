package jinbo.registry;

import java.time.LocalDate;
import jinbo.reference.calendar.WorkdayCalendar;

/** The working days between registration and the first day of a block (rule 1). */
public record GracePeriod(int workdays) {

    /** @throws IllegalArgumentException if it is negative or more than a hundred */
    public GracePeriod {
        if (workdays < 0 || workdays > 100) {
            throw new IllegalArgumentException("The grace is 0 to 100 working days, not " + workdays);
        }
    }

    /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach that far */
    public LocalDate effectiveOn(LocalDate registeredOn, WorkdayCalendar calendar) {
        return calendar.plusWorkdays(registeredOn, workdays).plusDays(1);
    }
}
