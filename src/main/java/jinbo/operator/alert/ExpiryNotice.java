package jinbo.operator.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jinbo.reference.calendar.BusinessTime;

/**
 * That something ends soon which takes weeks to replace, a key above all, and how pressing that is.
 *
 * @param lastDay the day in whose course it ends
 * @param daysLeft full days until then; 0 on the day itself
 */
public record ExpiryNotice(LocalDate lastDay, long daysLeft, Level level) {

    /** How pressing it is: told 60, 30 and 7 days before an end. */
    public enum Level {
        /** A week or less: without a successor the exchange stops. */
        URGENT(7),
        /** A month or less: the successor should be on its way. */
        PRESSING(30),
        /** Two months or less: time to make, approve and hand over a successor without haste. */
        SOON(60);

        private final int days;

        Level(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** The notice for what will be good no more, by whichever cause is first. */
    public static Optional<ExpiryNotice> beforeEnd(LocalDate today, Predicate<Instant> isGoodAt) {
        return IntStream.rangeClosed(0, Level.SOON.days())
                .mapToObj(today::plusDays)
                .filter(day -> !isGoodAt.test(
                        day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant()))
                .findFirst()
                .flatMap(day -> of(today, day));
    }

    /** The notice for what ends on a day; empty more than 60 days before, and after. */
    public static Optional<ExpiryNotice> of(LocalDate today, LocalDate lastDay) {
        long left = ChronoUnit.DAYS.between(today, lastDay);
        return Arrays.stream(Level.values())
                .filter(level -> left >= 0 && left <= level.days)
                .findFirst()
                .map(level -> new ExpiryNotice(lastDay, left, level));
    }
}
