package jinbo.batch.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jinbo.reference.calendar.BusinessTime;

/** A time span in the settings ({@code jobs/README.md}), once or weekly, in Beijing's time zone. */
sealed interface TimeWindow {

    /** Returns the end of the span that contains an instant, if any. */
    Optional<Instant> endAround(Instant instant);

    /** Returns the beginning of the next span after an instant, if any. */
    Optional<Instant> beginAfter(Instant instant);

    /** @throws IllegalArgumentException if the text is not a time span */
    static TimeWindow parse(String text) {
        try {
            return text.contains("/") ? once(text.strip()) : weekly(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a time window; write \"06:00-23:00\", \"SAT,SUN 00:00-24:00\" or"
                            + " \"2026-12-01T20:00/2026-12-02T04:00\"",
                    e);
        }
    }

    private static TimeWindow once(String text) {
        String[] ends = text.split("/", 2);
        Once once = new Once(instant(ends[0]), instant(ends[1]));
        if (!once.from().isBefore(once.until())) {
            throw new IllegalArgumentException("ends before it begins");
        }
        return once;
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text).atZone(BusinessTime.ZONE).toInstant();
    }

    private static TimeWindow weekly(String text) {
        String[] parts = text.split("\\s+", 2);
        Set<DayOfWeek> days = parts.length == 1 ? EnumSet.allOf(DayOfWeek.class) : days(parts[0]);
        String[] ends = parts[parts.length - 1].split("-", 2);
        if (ends.length != 2) {
            throw new IllegalArgumentException("does not have a start and an end");
        }
        return new Weekly(
                days, LocalTime.parse(ends[0]), ends[1].equals("24:00") ? LocalTime.MIN : LocalTime.parse(ends[1]));
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.split(",")) {
            days.add(Arrays.stream(DayOfWeek.values())
                    .filter(day ->
                            day.name().substring(0, 3).equals(name.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name)));
        }
        return days;
    }

    /** One span; the end is exclusive. */
    record Once(Instant from, Instant until) implements TimeWindow {
        @Override
        public Optional<Instant> endAround(Instant instant) {
            return Optional.of(until).filter(end -> !instant.isBefore(from) && instant.isBefore(end));
        }

        @Override
        public Optional<Instant> beginAfter(Instant instant) {
            return Optional.of(from).filter(instant::isBefore);
        }
    }

    /** A span on days of the week; the exclusive end is on the next day if it is not after {@code from}. */
    record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime until) implements TimeWindow {
        @Override
        public Optional<Instant> endAround(Instant instant) {
            LocalDate day = BusinessTime.dateOf(instant);
            return Arrays.asList(day.minusDays(1), day).stream()
                    .filter(begin -> days.contains(begin.getDayOfWeek()))
                    .filter(begin -> !instant.isBefore(at(begin, from)) && instant.isBefore(end(begin)))
                    .map(this::end)
                    .findFirst();
        }

        @Override
        public Optional<Instant> beginAfter(Instant instant) {
            LocalDate day = BusinessTime.dateOf(instant);
            return day.datesUntil(day.plusDays(8))
                    .filter(begin -> days.contains(begin.getDayOfWeek()))
                    .map(begin -> at(begin, from))
                    .filter(instant::isBefore)
                    .findFirst();
        }

        private Instant end(LocalDate begin) {
            return at(until.isAfter(from) ? begin : begin.plusDays(1), until);
        }

        private static Instant at(LocalDate day, LocalTime time) {
            return ZonedDateTime.of(day, time, BusinessTime.ZONE).toInstant();
        }
    }
}
