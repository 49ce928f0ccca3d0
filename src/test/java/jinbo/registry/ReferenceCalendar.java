package jinbo.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Counts days for {@link ReferenceRegistry} one by one, from the included list of holidays and make-up days. */
final class ReferenceCalendar {

    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> makeUpDays = new HashSet<>();

    ReferenceCalendar() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ReferenceCalendar.class.getResourceAsStream("/jinbo/reference/calendar/cn-workdays.csv"),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
                (cells[1].equals("holiday") ? holidays : makeUpDays).add(LocalDate.parse(cells[0]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day after the seventh following working day. */
    LocalDate firstDayOfBlock(LocalDate registeredOn) {
        LocalDate day = registeredOn;
        for (int counted = 0; counted < 7; ) {
            day = day.plusDays(1);
            counted += isWorkday(day) ? 1 : 0;
        }
        return day.plusDays(1);
    }

    /** The same day some months later, or the first of the next month if the month is too short. */
    static LocalDate monthsAfter(LocalDate day, int months) {
        LocalDate first = day.withDayOfMonth(1).plusMonths(months);
        return day.getDayOfMonth() > first.lengthOfMonth()
                ? first.plusMonths(1)
                : first.withDayOfMonth(day.getDayOfMonth());
    }

    private boolean isWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? makeUpDays.contains(day) : !holidays.contains(day);
    }
}
