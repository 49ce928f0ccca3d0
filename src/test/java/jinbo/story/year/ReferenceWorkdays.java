package jinbo.story.year;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Beijing's time and working days, counted one by one. */
final class ReferenceWorkdays {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Map<LocalDate, String> SPECIAL = special();

    private ReferenceWorkdays() {}

    static LocalDate plus(LocalDate day, int workdays) {
        LocalDate reached = day;
        for (int left = workdays; left > 0; ) {
            reached = reached.plusDays(1);
            left -= isWorkday(reached) ? 1 : 0;
        }
        return reached;
    }

    private static boolean isWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return SPECIAL.getOrDefault(day, weekend ? "holiday" : "workday").equals("workday");
    }

    static Instant at(LocalDateTime time) {
        return time.toInstant(BEIJING);
    }

    static LocalDateTime of(Instant instant) {
        return instant.atOffset(BEIJING).toLocalDateTime();
    }

    private static Map<LocalDate, String> special() {
        Map<LocalDate, String> special = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ReferenceWorkdays.class.getResourceAsStream("/jinbo/reference/calendar/cn-workdays.csv"),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> special.put(LocalDate.parse(cells[0]), cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return special;
    }
}
