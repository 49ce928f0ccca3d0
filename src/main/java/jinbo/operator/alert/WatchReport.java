package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import jinbo.operator.notification.Notification;

/**
 * What a run of {@code watch} has found and told.
 *
 * @param wholly whether every look could be taken
 * @param elsewhere whether another process is at it and tells
 */
public record WatchReport(List<Alert> found, List<AlertNotification> notifications, boolean wholly, boolean elsewhere) {

    public WatchReport {
        found = List.copyOf(found);
        notifications = List.copyOf(notifications);
    }

    /**
     * That an alert was sent, or was to be sent.
     *
     * @param problem why it could not be; the next run tries again
     */
    public record AlertNotification(Notification.Kind kind, Alert alert, String notifier, Optional<String> problem) {}
}
