package jinbo.operator.alert;

import java.util.List;

/**
 * What a run of {@code watch} has found and told.
 *
 * @param found what needs a person
 * @param tellings what was told, or was to be
 * @param wholly whether every look could be taken
 * @param elsewhere whether another process is at it and tells
 */
public record WatchReport(List<Alert> found, List<AlertNotification> notifications, boolean wholly, boolean elsewhere) {

    public WatchReport {
        found = List.copyOf(found);
        notifications = List.copyOf(notifications);
    }
}
