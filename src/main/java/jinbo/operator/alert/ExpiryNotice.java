package jinbo.operator.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jinbo.reference.calendar.BusinessTime;

/** A notice that something ends soon and takes weeks to replace, such as a key. On the last day, 0 days are left. */
public record ExpiryNotice(LocalDate lastDay, long daysLeft, Level level) {

    /** The urgency: 60, 30 and 7 days before the end. */
    public enum Level {
        URGENT(7),
        PRESSING(30),
        SOON(60);

        private final int days;

        Level(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** The notice for the first day on which something stops being good, for whatever reason. */
    public static Optional<ExpiryNotice> beforeEnd(LocalDate today, Predicate<Instant> isGoodAt) {
        return IntStream.rangeClosed(0, Level.SOON.days())
                .mapToObj(today::plusDays)
                .filter(day -> !isGoodAt.test(
                        day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant()))
                .findFirst()
                .flatMap(day -> of(today, day));
    }

    /** The notice for something that ends on a day; empty if that is more than 60 days away, or over. */
    public static Optional<ExpiryNotice> of(LocalDate today, LocalDate lastDay) {
        long left = ChronoUnit.DAYS.between(today, lastDay);
        return Arrays.stream(Level.values())
                .filter(level -> left >= 0 && left <= level.days)
                .findFirst()
                .map(level -> new ExpiryNotice(lastDay, left, level));
    }
}
