package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.batch.SingleProcessLock;
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
}
