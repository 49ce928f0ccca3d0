package jinbo.registry;

import java.time.LocalDate;
import jinbo.reference.calendar.WorkdayCalendar;

/**
 * The days that insurers get to learn of a block before it counts (rule 1).
 *
 * @param workdays working days after the day of registration; the block counts from the day after the last of them
 */
public record GracePeriod(int workdays) {

    /** @throws IllegalArgumentException if the number is negative or more than a hundred */
    public GracePeriod {
        if (workdays < 0 || workdays > 100) {
            throw new IllegalArgumentException("The grace is 0 to 100 working days, not " + workdays);
        }
    }

    /**
     * The first day of a block that is registered on a day.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach that far
     */
    public LocalDate effectiveOn(LocalDate registeredOn, WorkdayCalendar calendar) {
        return calendar.plusWorkdays(registeredOn, workdays).plusDays(1);
    }
}
