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
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars in the database; each is stored whole, some 25 rows a year. */
record CalendarRepository(JdbcClient jdbc, DecisionRecords records) {

    /** The version that was stored last, empty if there is none. */
    Optional<String> newest() {
        return jdbc.sql("select version from calendar_version order by number desc limit 1")
                .query(String.class)
                .optional();
    }

    /**
     * Keeps other writers out until the transaction ends; readers go on. An advisory lock, because locking a table asks for the
     * right to change its rows, and the program's role has that on no version.
     */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('jinbo.calendar_version')) is null")
                .query(Boolean.class)
                .single();
    }

    String addBundled(Collection<WorkdayCalendar.SpecialDay> days) {
        return add(days, null, null);
    }

    String addImported(Collection<WorkdayCalendar.SpecialDay> days, String by, Instant at) {
        return add(days, by, at);
    }

    private String add(Collection<WorkdayCalendar.SpecialDay> days, @Nullable String by, @Nullable Instant at) {
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
            int number,
            String version,
            Collection<WorkdayCalendar.SpecialDay> days,
            @Nullable String by,
            @Nullable Instant at) {
        jdbc.sql("insert into calendar_version (number, version, imported_at, imported_by) values (?, ?, ?, ?)")
                .param(number)
                .param(version)
                .param(at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
        addDays(number, List.copyOf(days));
    }

    private void addDays(int number, List<WorkdayCalendar.SpecialDay> days) {
        jdbc.sql("""
                        insert into calendar_day (version, day, kind, name)
                        select :version, * from unnest(:dates::date[], :kinds::text[], :names::text[])
                        """)
                .param("version", number)
                .param("dates", days.stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param("kinds", days.stream().map(day -> day.kind().name()).toArray(String[]::new))
                .param(
                        "names",
                        days.stream().map(WorkdayCalendar.SpecialDay::name).toArray(String[]::new))
                .update();
    }

    /** The calendar of a version, empty if there is none. */
    Optional<WorkdayCalendar> find(String version) {
        List<WorkdayCalendar.SpecialDay> days = jdbc.sql("""
                        select day, kind, name from calendar_day
                        where version = (select number from calendar_version where version = ?)
                        """)
                .param(version)
                .query((row, i) -> new WorkdayCalendar.SpecialDay(
                        row.getObject("day", LocalDate.class),
                        WorkdayCalendar.SpecialDay.Kind.valueOf(row.getString("kind")),
                        row.getString("name")))
                .list();
        return days.isEmpty() ? Optional.empty() : Optional.of(new WorkdayCalendar(version, days));
    }

    /** For example {@code 2012-2026+2028}. */
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
     * The versions of the calendar that people have loaded. The one that came with the program is stored on first use,
     * which may be while the access log cannot be written, and nobody decides it; the table itself refuses a second
     * one.
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
