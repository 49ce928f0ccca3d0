package jinbo.reference.calendar;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The versions of the calendar that people have loaded. The one that came with the program is stored on first use, which may be
 * while the access log cannot be written, and nobody decides it; the table itself refuses a second one.
 */
@Configuration(proxyBeanMethods = false)
class CalendarRecords {

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
