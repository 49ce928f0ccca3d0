package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.schedule.ActiveRuns;
import jinbo.batch.schedule.FailingRuns;
import jinbo.operator.alert.Alert.Code;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Looks for what the schedule has tried again and again in vain, and for runs that do not come to an end. */
@Component
record FailingRunsCheck(FailingRuns failing, ActiveRuns underWay, Clock clock) implements ExchangeCheck {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    @Override
    public Subject subject() {
        return Subject.SCHEDULE;
    }

    @Override
    public List<Alert> find() {
        Stream<Alert> failed = failing.findReportable(clock.instant()).stream()
                .map(run -> new Alert(Code.RUNS_FAIL, run.insurer(), Optional.of(detail(run.job(), run.since()))));
        Stream<Alert> slow = underWay.findOverdue(clock.instant()).stream()
                .map(run -> new Alert(
                        Code.RUN_TAKES_LONG,
                        run.key().insurer(),
                        Optional.of(detail(run.key().job(), run.beganAt()))));
        return Stream.concat(failed, slow).toList();
    }

    /** The same as long as it goes on, so that it is told once. */
    private static String detail(String job, Instant since) {
        return job + " (" + TIME.format(since) + ")";
    }
}
