package jinbo.workday;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The versions of the calendar: that which came with the program, and those that people have loaded. */
@Configuration(proxyBeanMethods = false)
class CalendarRecords {

    static final RecordKind CALENDAR = RecordKind.of(
            "calendar",
            Part.row("calendar_version", "calendar_version.version", "number version imported_at:time imported_by"),
            new Part(
                    "calendar_day",
                    "left join calendar_version on calendar_version.number = calendar_day.version",
                    "calendar_version.version",
                    "calendar_day.day - date '2000-01-01'",
                    "version day:date kind name"));

    @Bean
    RecordKind calendarRecord() {
        return CALENDAR;
    }
}
