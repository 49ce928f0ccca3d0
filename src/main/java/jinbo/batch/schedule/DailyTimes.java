package jinbo.batch.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.reference.calendar.BusinessTime;

final class DailyTimes implements DueTimes {

    private final List<LocalTime> times;
    private final Predicate<LocalDate> counts;

    /** @param times in order */
    DailyTimes(List<LocalTime> times, Predicate<LocalDate> counts) {
        this.times = List.copyOf(times);
        this.counts = counts;
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        LocalDate day = BusinessTime.dateOf(instant);
        while (true) {
            LocalDate looked = day;
            Optional<Instant> first = times.stream()
                    .map(time -> looked.atTime(time).atZone(BusinessTime.ZONE).toInstant())
                    .filter(instant::isBefore)
                    .findFirst();
            if (first.isPresent() && counts.test(day)) {
                return first;
            }
            day = day.plusDays(1);
        }
    }
}
