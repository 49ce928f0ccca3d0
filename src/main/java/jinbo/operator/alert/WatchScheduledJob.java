package jinbo.operator.alert;

import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.schedule.RunReport;
import jinbo.batch.schedule.RunRequest;
import jinbo.batch.schedule.ScheduledJob;
import jinbo.batch.schedule.UnfinishedWork;
import org.springframework.stereotype.Component;

/** The job {@code watch} as the schedule runs it. */
@Component
class WatchScheduledJob implements ScheduledJob {

    private static final String UNSEEN = "not everything could be looked at; see the log";

    private final RunWatch watch;

    WatchScheduledJob(RunWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public boolean isForEachInsurer() {
        return false;
    }

    @Override
    public RunReport run(RunRequest request) {
        WatchReport report = watch.run();
        Stream<String> unsent = report.notifications().stream()
                .flatMap(alertNotification ->
                        alertNotification.problem().stream().map(why -> alertNotification.notifier() + ": " + why))
                .distinct();
        Stream<String> unseen = report.wholly() ? Stream.of() : Stream.of(UNSEEN);
        return new RunReport(
                report.found().size(),
                Stream.concat(unsent, unseen)
                        .map(what -> new UnfinishedWork(Optional.empty(), what))
                        .toList());
    }
}
