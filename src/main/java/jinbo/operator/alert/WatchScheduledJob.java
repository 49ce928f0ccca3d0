package jinbo.operator.alert;

import java.util.stream.Stream;
import jinbo.batch.schedule.RunReport;
import jinbo.batch.schedule.ScheduledJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WatchScheduledJob {

    private static final String UNSEEN = "not everything could be looked at; see the log";

    @Bean
    ScheduledJob scheduledWatch(RunWatch watch) {
        return new ScheduledJob("watch", false, request -> {
            WatchReport report = watch.run();
            Stream<String> unsent = report.notifications().stream()
                    .flatMap(alertNotification ->
                            alertNotification.problem().stream().map(why -> alertNotification.notifier() + ": " + why))
                    .distinct();
            Stream<String> unseen = report.wholly() ? Stream.of() : Stream.of(UNSEEN);
            return RunReport.ofAll(report.found().size(), Stream.concat(unsent, unseen));
        });
    }
}
