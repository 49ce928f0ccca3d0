package jinbo.batch.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.scheduling.support.CronExpression;

/**
 * A rule of {@code jobs/*.yaml} that says when a job is due, in the association's time zone: {@code workdays 09:00, 18:00},
 * {@code days 03:00}, {@code cron 0 0/15 * * * *} or {@code never}.
 */
sealed interface DueRule {

    /** The moments, by the working days as they are known when one is asked for. */
    DueTimes times(Predicate<LocalDate> workdays);

    /** @throws IllegalArgumentException if it is none */
    static DueRule parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "never" -> new Never();
            case "workdays" -> new AtTimes(times(text, rest), true);
            case "days" -> new AtTimes(times(text, rest), false);
            case "cron" -> new Cron(cron(text, rest));
            default -> throw unreadable(text, "it begins with \"" + words[0] + "\"");
        };
    }

    private static List<LocalTime> times(String text, String rest) {
        try {
            return Arrays.stream(rest.split("\\s*,\\s*"))
                    .map(LocalTime::parse)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (DateTimeParseException e) {
            throw unreadable(text, "the first word must be followed by times, such as 09:00, 18:00");
        }
    }

    private static CronExpression cron(String text, String rest) {
        try {
            return CronExpression.parse(rest);
        } catch (IllegalArgumentException e) {
            throw unreadable(text, "cron must be followed by six fields: second minute hour day month weekday");
        }
    }

    private static IllegalArgumentException unreadable(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is not a schedule (" + why
                + "); write \"workdays 18:00\", \"days 03:00\", \"cron 0 0/15 * * * *\" or \"never\"");
    }

    /** The job runs only when somebody asks for it. */
    record Never() implements DueRule {
        @Override
        public DueTimes times(Predicate<LocalDate> workdays) {
            return instant -> Optional.empty();
        }
    }

    /**
     * At some times of each day, or of each working day.
     *
     * @param times in order
     */
    record AtTimes(List<LocalTime> times, boolean onlyWorkdays) implements DueRule {
        @Override
        public DueTimes times(Predicate<LocalDate> workdays) {
            return new DailyTimes(times, onlyWorkdays ? workdays : day -> true);
        }
    }

    record Cron(CronExpression expression) implements DueRule {
        @Override
        public DueTimes times(Predicate<LocalDate> workdays) {
            return instant -> Optional.ofNullable(expression.next(instant.atZone(BusinessTime.ZONE)))
                    .map(ZonedDateTime::toInstant);
        }
    }

    /** @param times in order */
    record DailyTimes(List<LocalTime> times, Predicate<LocalDate> counts) implements DueTimes {

        public DailyTimes {
            times = List.copyOf(times);
        }

        @Override
        public Optional<Instant> after(Instant instant) {
            LocalDate day = BusinessTime.dateOf(instant);
            while (true) {
                LocalDate looked = day;
                Optional<Instant> first = times.stream()
                        .map(time ->
                                looked.atTime(time).atZone(BusinessTime.ZONE).toInstant())
                        .filter(instant::isBefore)
                        .findFirst();
                if (first.isPresent() && counts.test(day)) {
                    return first;
                }
                day = day.plusDays(1);
            }
        }
    }
}
