package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;

@FunctionalInterface
interface DueTimes {

    /**
     * The first one after an instant.
     *
     * @return empty if there is none any more
     * @throws jinbo.reference.calendar.YearNotLoadedException if that depends on working days of a year that is not loaded
     */
    Optional<Instant> after(Instant instant);
}
