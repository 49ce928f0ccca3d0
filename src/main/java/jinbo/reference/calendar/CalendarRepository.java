package jinbo.reference.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.reference.calendar.WorkdayCalendar.SpecialDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All versions of the calendar of working days in the database. */
record CalendarRepository(JdbcClient jdbc, DecisionRecords records) {

    Optional<String> newest() {
        return jdbc.sql("select version from calendar_version order by number desc limit 1")
                .query(String.class)
                .optional();
    }

    /** Excludes other writers by an advisory lock. For a table lock, the role would need the right to update. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('jinbo.calendar_version')) is null")
                .query(Boolean.class)
                .single();
    }

    /** @param by the person who imports the calendar; null for the one that comes with the program */
    String add(Collection<SpecialDay> days, @Nullable String by, @Nullable Instant at) {
        SortedSet<Integer> years = new TreeSet<>();
        days.forEach(day -> years.add(day.date().getYear()));
        int number = jdbc.sql("select nextval('calendar_number')")
                .query(Integer.class)
                .single();
        String version = ranges(years) + "." + number;
        if (by == null) {
            write(number, version, days, by, at);
        } else {
            records.record(CalendarRecords.CALENDAR, version, () -> write(number, version, days, by, at));
        }
        return version;
    }

    private void write(
            int number, String version, Collection<SpecialDay> days, @Nullable String by, @Nullable Instant at) {
        jdbc.sql("insert into calendar_version (number, version, imported_at, imported_by) values (?, ?, ?, ?)")
                .param(number)
                .param(version)
                .param(at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
        jdbc.sql("""
                        insert into calendar_day (version, day, kind, name)
                        select :version, * from unnest(:dates::date[], :kinds::text[], :names::text[])
                        """)
                .param("version", number)
                .param("dates", days.stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param("kinds", days.stream().map(day -> day.kind().name()).toArray(String[]::new))
                .param("names", days.stream().map(SpecialDay::name).toArray(String[]::new))
                .update();
    }

    Optional<WorkdayCalendar> find(String version) {
        List<SpecialDay> days = jdbc.sql("""
                        select day, kind, name from calendar_day
                        where version = (select number from calendar_version where version = ?)
                        """)
                .param(version)
                .query((row, i) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        SpecialDay.Kind.valueOf(row.getString("kind")),
                        row.getString("name")))
                .list();
        return days.isEmpty() ? Optional.empty() : Optional.of(new WorkdayCalendar(version, days));
    }

    /** Formats years, for example as {@code 2012-2026+2028}. */
    static String ranges(SortedSet<Integer> years) {
        List<String> ranges = new ArrayList<>();
        for (int first : years) {
            if (years.contains(first - 1)) {
                continue;
            }
            int last = first;
            while (years.contains(last + 1)) {
                last++;
            }
            ranges.add(first == last ? String.valueOf(first) : first + "-" + last);
        }
        return String.join("+", ranges);
    }

    /**
     * Declares the decision records of imported calendars. The bundled calendar has no record, because it is stored on
     * first use, even if the access log cannot be written then.
     */
    @Configuration(proxyBeanMethods = false)
    static class CalendarRecords {

        private static final String IMPORTED =
                "join calendar_version imported on imported.number = %s and imported.imported_by is not null";

        static final RecordKind CALENDAR = RecordKind.of(
                "calendar",
                new Part(
                        "calendar_version",
                        IMPORTED.formatted("calendar_version.number"),
                        "calendar_version.version",
                        "0",
                        "number version imported_at:time imported_by"),
                new Part(
                        "calendar_day",
                        IMPORTED.formatted("calendar_day.version"),
                        "imported.version",
                        "calendar_day.day - date '2000-01-01'",
                        "version day:date kind name"));

        @Bean
        RecordKind calendarRecord() {
            return CALENDAR;
        }
    }
}
