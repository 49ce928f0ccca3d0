package jinbo.story.year;

import java.time.LocalDate;

/**
 * For one number and one insurer.
 *
 * @param from the first day
 * @param until the first day after it
 */
record SimulatedBlock(LocalDate from, LocalDate until) {

    boolean isOver(LocalDate day) {
        return !day.isBefore(until);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !isOver(day);
    }
}
