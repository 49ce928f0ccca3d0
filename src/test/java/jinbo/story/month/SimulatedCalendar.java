package jinbo.story.month;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Beijing's time, and the working days around National Day 2026 as the State Council's notice has them, counted one by one. */
final class SimulatedCalendar {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final Set<LocalDate> OFF = Set.of(
            LocalDate.of(2026, 9, 25),
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 2),
            LocalDate.of(2026, 10, 5),
            LocalDate.of(2026, 10, 6),
            LocalDate.of(2026, 10, 7));

    private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10));

    private SimulatedCalendar() {}

    static boolean isWorkday(LocalDate day) {
        return WORKED.contains(day) || !OFF.contains(day) && !WEEKEND.contains(day.getDayOfWeek());
    }

    static LocalDate plusWorkdays(LocalDate day, int workdays) {
        LocalDate reached = day;
        for (int left = workdays; left > 0; ) {
            reached = reached.plusDays(1);
            left -= isWorkday(reached) ? 1 : 0;
        }
        return reached;
    }

    /** All working days from one to another. */
    static List<LocalDate> workdays(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(SimulatedCalendar::isWorkday)
                .toList();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(BEIJING);
    }

    static LocalDate dateOf(Instant instant) {
        return instant.atOffset(BEIJING).toLocalDate();
    }

    /** As people write it. */
    static String text(Instant instant) {
        return instant.atOffset(BEIJING).toLocalDateTime().toString().replace('T', ' ');
    }
}
