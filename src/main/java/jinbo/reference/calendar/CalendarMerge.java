package jinbo.reference.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The calendar that comes of a file: its years replace those of the calendar before, all others stay. */
final class CalendarMerge {

    private final Map<LocalDate, WorkdayCalendar.SpecialDay> days = new TreeMap<>();
    private final SortedSet<Integer> replaced = new TreeSet<>();
    private final SortedSet<Integer> added = new TreeSet<>();
    private final int changed;

    CalendarMerge(WorkdayCalendar before, Collection<WorkdayCalendar.SpecialDay> file) {
        for (WorkdayCalendar.SpecialDay day : file) {
            int year = day.date().getYear();
            (before.years().contains(year) ? replaced : added).add(year);
            days.put(day.date(), day);
        }
        for (WorkdayCalendar.SpecialDay day : before.specialDays()) {
            if (!replaced.contains(day.date().getYear())) {
                days.put(day.date(), day);
            }
        }
        changed = datesThatDiffer(before.specialDays(), days.values());
    }

    Collection<WorkdayCalendar.SpecialDay> days() {
        return days.values();
    }

    boolean changesNothing() {
        return changed == 0;
    }

    Calendars.ImportResult result(String version) {
        return new Calendars.ImportResult(version, replaced, added, changed);
    }

    private static int datesThatDiffer(
            Collection<WorkdayCalendar.SpecialDay> before, Collection<WorkdayCalendar.SpecialDay> after) {
        Set<WorkdayCalendar.SpecialDay> old = new HashSet<>(before);
        Set<WorkdayCalendar.SpecialDay> now = new HashSet<>(after);
        Set<LocalDate> dates = new HashSet<>();
        old.stream()
                .filter(day -> !now.contains(day))
                .map(WorkdayCalendar.SpecialDay::date)
                .forEach(dates::add);
        now.stream()
                .filter(day -> !old.contains(day))
                .map(WorkdayCalendar.SpecialDay::date)
                .forEach(dates::add);
        return dates.size();
    }
}
