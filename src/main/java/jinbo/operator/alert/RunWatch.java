package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.batch.SingleProcessLock;
import jinbo.batch.schedule.RunReport;
import jinbo.batch.schedule.ScheduledJob;
import jinbo.operator.alert.AlertOccurrences.UpdateAlertOccurrences;
import jinbo.operator.alert.RunWatch.WatchReport;
import jinbo.operator.notification.Notification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A run of {@code watch}: looks at everything, notes what has come up and what is over, and tells people each once. One process at a
 * time does so; another one only looks.
 */
@Component
public record RunWatch(
        DataSource dataSource,
        CheckExchange checkExchange,
        UpdateAlertOccurrences updateAlertOccurrences,
        SendAlerts sendAlerts) {

    public WatchReport run() {
        // before looking: what was seen before another process told would be told back
        Optional<SingleProcessLock> alone = SingleProcessLock.tryTake(dataSource, SingleProcessLock.Task.WATCHING);
        try {
            CheckExchange.Seen seen = checkExchange.checkAll();
            List<WatchReport.AlertNotification> alertNotifications =
                    alone.map(held -> tell(seen)).orElseGet(List::of);
            return new WatchReport(seen.alerts(), alertNotifications, seen.wholly(), alone.isEmpty());
        } finally {
            alone.ifPresent(SingleProcessLock::close);
        }
    }

    private List<WatchReport.AlertNotification> tell(CheckExchange.Seen seen) {
        updateAlertOccurrences.of(seen);
        return sendAlerts.about(UpdateAlertOccurrences.byIdentity(seen.alerts()));
    }

    /**
     * What a run of {@code watch} has found and told.
     *
     * @param wholly whether every look could be taken
     * @param elsewhere whether another process is at it and tells
     */
    public record WatchReport(
            List<Alert> found, List<AlertNotification> notifications, boolean wholly, boolean elsewhere) {

        public WatchReport {
            found = List.copyOf(found);
            notifications = List.copyOf(notifications);
        }

        /**
         * That an alert was sent, or was to be sent.
         *
         * @param problem why it could not be; the next run tries again
         */
        public record AlertNotification(
                Notification.Kind kind, Alert alert, String notifier, Optional<String> problem) {}
    }

    @Configuration(proxyBeanMethods = false)
    static class WatchScheduledJob {

        private static final String UNSEEN = "some checks failed; see the log";

        @Bean
        ScheduledJob scheduledWatch(RunWatch watch) {
            return new ScheduledJob("watch", false, request -> {
                WatchReport report = watch.run();
                Stream<String> unsent = report.notifications().stream()
                        .flatMap(alertNotification -> alertNotification.problem().stream()
                                .map(why -> alertNotification.notifier() + ": " + why))
                        .distinct();
                Stream<String> unseen = report.wholly() ? Stream.of() : Stream.of(UNSEEN);
                return RunReport.ofAll(report.found().size(), Stream.concat(unsent, unseen));
            });
        }
    }
}
