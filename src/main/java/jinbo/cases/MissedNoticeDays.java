package jinbo.cases;

import java.time.Clock;
import java.time.LocalDate;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records the working days on which an insurer could not be notified, through its own fault. */
@Component
public record MissedNoticeDays(JdbcClient jdbc, DecisionRecords records, Calendars calendars, Clock clock) {

    /** Records today, if it is a working day and not recorded yet. */
    public void record(InsurerCode insurer) {
        LocalDate today = BusinessTime.today(clock);
        if (isWorkday(today) && !isRecorded(insurer, today)) {
            records.record(
                    CaseRecords.UNNOTIFIED,
                    insurer + " on " + today,
                    Actor.batch(),
                    () -> jdbc.sql(
                                    "insert into case_unnotified_day (insurer, on_day) values (?, ?) on conflict do nothing")
                            .params(insurer.value(), today)
                            .update());
        }
    }

    private boolean isRecorded(InsurerCode insurer, LocalDate day) {
        return jdbc.sql("select exists (select from case_unnotified_day where insurer = ? and on_day = ?)")
                .params(insurer.value(), day)
                .query(Boolean.class)
                .single();
    }

    private boolean isWorkday(LocalDate day) {
        try {
            return calendars.current().isWorkday(day);
        } catch (YearNotLoadedException unknown) {
            return false;
        }
    }
}
