package jinbo.story.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What is simulated.
 *
 * @param first the day on which all join, a working day
 * @param last the last day, a working day
 * @param life how many life insurers take part
 * @param property how many others
 * @param troubles how many insurers have each {@link InsurerProblem}
 * @param breakOffs how often the program breaks off in the middle of a run
 * @param uploadWithin within how many working days an upload is expected
 */
record MonthParameters(
        LocalDate first, LocalDate last, int life, int property, int troubles, int breakOffs, int uploadWithin) {

    /** Over two holidays with their make-up days, and over the turn of a month. */
    static final MonthParameters MONTH =
            new MonthParameters(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 10, 13), 20, 10, 2, 9, 5);

    /** The five working days around Mid-Autumn. */
    static final MonthParameters WEEK =
            new MonthParameters(LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 28), 9, 5, 1, 2, 2);

    static final LocalTime COLLECT_IN_THE_MORNING = LocalTime.of(10, 0);
    static final LocalTime COLLECT_IN_THE_AFTERNOON = LocalTime.of(16, 0);
    static final LocalTime PUBLISH = LocalTime.of(18, 0);

    /** When people are told; some time after what they are told of. */
    static final List<LocalTime> WATCH =
            List.of(LocalTime.of(9, 5), LocalTime.of(12, 5), LocalTime.of(18, 35), LocalTime.of(21, 35));

    Instant begin() {
        return SimulatedCalendar.at(first, LocalTime.of(8, 0));
    }

    Instant end() {
        return SimulatedCalendar.at(last, LocalTime.of(22, 0));
    }

    List<LocalDate> workdays() {
        return SimulatedCalendar.workdays(first, last);
    }
}
