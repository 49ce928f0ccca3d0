package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.batch.SingleProcessLock;
import jinbo.batch.schedule.RunReport;
import jinbo.batch.schedule.ScheduledJob;
import jinbo.operator.alert.RunWatch.WatchReport.AlertNotification;
import jinbo.operator.notification.Notification;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The job {@code watch}: runs all checks, records raised and resolved alerts, and sends each once. Only one process at
 * a time records and sends alerts; the others only run the checks.
 */
@Component
public record RunWatch(
        DataSource dataSource, FindAllAlerts findAlerts, AlertOccurrences occurrences, SendAlerts sendAlerts) {

    private static final String CHECK_FAILED = "some checks failed; see the log";

    public WatchReport run() {
        // taken before the checks; otherwise their results could be older than what another process has recorded
        return SingleProcessLock.callIfFree(dataSource, SingleProcessLock.Task.WATCHING, this::findAndSend, () -> {
            FindAllAlerts.Found found = findAlerts.findAfterLogCheck();
            return new WatchReport(found.alerts(), List.of(), found.complete(), true);
        });
    }

    private WatchReport findAndSend() {
        FindAllAlerts.Found found = findAlerts.findAfterLogCheck();
        occurrences.update(found);
        List<AlertNotification> sent = sendAlerts.send(AlertOccurrences.byIdentity(found.alerts()));
        return new WatchReport(found.alerts(), sent, found.complete(), false);
    }

    /** @param elsewhere true if another process is running the job at this moment and sends the alerts */
    public record WatchReport(
            List<Alert> found, List<AlertNotification> notifications, boolean wholly, boolean elsewhere) {

        public WatchReport {
            found = List.copyOf(found);
            notifications = List.copyOf(notifications);
        }

        public record AlertNotification(
                Notification.Kind kind, Alert alert, String notifier, Optional<String> problem) {}
    }

    @Bean
    static ScheduledJob scheduledWatch(RunWatch watch) {
        return new ScheduledJob("watch", false, request -> {
            WatchReport report = watch.run();
            Stream<String> unsent = report.notifications().stream()
                    .flatMap(sent -> sent.problem().stream().map(why -> sent.notifier() + ": " + why))
                    .distinct();
            Stream<String> failed = report.wholly() ? Stream.of() : Stream.of(CHECK_FAILED);
            return RunReport.ofAll(report.found().size(), Stream.concat(unsent, failed));
        });
    }
}
