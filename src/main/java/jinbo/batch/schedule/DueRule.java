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

/** When runs of a job are due, by a setting of {@code jobs/*.yaml} ({@code jobs/README.md}), in Beijing's time zone. */
sealed interface DueRule {

    DueTimes times(Predicate<LocalDate> workdays);

    /** @throws IllegalArgumentException if the text is not a rule */
    static DueRule parse(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "never" -> new Never();
            case "workdays" -> new AtTimes(times(text, rest), true);
            case "days" -> new AtTimes(times(text, rest), false);
            case "cron" -> new Cron(cron(text, rest));
            default -> throw unreadable(text, "it begins with \"" + parts[0] + "\"");
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
            throw unreadable(text, "cron must be followed by six fields: second, minute, hour, day, month, weekday");
        }
    }

    private static IllegalArgumentException unreadable(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is not a schedule (" + why
                + "); write \"workdays 18:00\", \"days 03:00\", \"cron 0 0/15 * * * *\" or \"never\"");
    }

    /** The job runs only on request. */
    record Never() implements DueRule {
        @Override
        public DueTimes times(Predicate<LocalDate> workdays) {
            return instant -> Optional.empty();
        }
    }

    /** The job is due at these times of each day or working day. */
    record AtTimes(List<LocalTime> times, boolean onlyWorkdays) implements DueRule {
        @Override
        public DueTimes times(Predicate<LocalDate> workdays) {
            return instant -> after(instant, onlyWorkdays ? workdays : day -> true);
        }

        private Optional<Instant> after(Instant instant, Predicate<LocalDate> allowed) {
            LocalDate day = BusinessTime.dateOf(instant);
            while (true) {
                LocalDate current = day;
                Optional<Instant> first = times.stream()
                        .map(time ->
                                current.atTime(time).atZone(BusinessTime.ZONE).toInstant())
                        .filter(instant::isBefore)
                        .findFirst();
                if (first.isPresent() && allowed.test(day)) {
                    return first;
                }
                day = day.plusDays(1);
            }
        }
    }

    /** The job is due by a cron expression. */
    record Cron(CronExpression expression) implements DueRule {
        @Override
        public DueTimes times(Predicate<LocalDate> workdays) {
            return instant -> Optional.ofNullable(expression.next(instant.atZone(BusinessTime.ZONE)))
                    .map(ZonedDateTime::toInstant);
        }
    }

    @FunctionalInterface
    interface DueTimes {

        /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar lacks a year that is needed */
        Optional<Instant> after(Instant instant);
    }
}
