package jinbo.batch.schedule;

import java.util.List;
import jinbo.reference.calendar.Calendars;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The course of each job's runs, by the settings. */
@Component
@EnableConfigurationProperties(ScheduleSettings.class)
record RunTimetables(ScheduleSettings settings, Calendars calendars) {

    RunTimetable of(RunKey key) {
        JobSchedule schedule = settings.of(key.job());
        List<TimeWindow> downtime = key.insurer().map(settings::downtimeOf).orElse(List.of());
        return new RunTimetable(
                schedule,
                schedule.rule().times(day -> calendars.current().isWorkday(day)),
                schedule.allowed().outside(downtime));
    }
}
