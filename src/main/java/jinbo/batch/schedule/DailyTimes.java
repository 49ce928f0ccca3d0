package jinbo.batch.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.reference.calendar.BusinessTime;

/** @param times in order */
record DailyTimes(List<LocalTime> times, Predicate<LocalDate> counts) implements DueTimes {

    DailyTimes {
        times = List.copyOf(times);
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
