package jinbo.operator.alert;

import java.util.Optional;
import jinbo.operator.notification.Notification;

/**
 * That a concern was told, or was to be.
 *
 * @param kind as new, or as over
 * @param concern which
 * @param notifier on which way
 * @param problem why it could not be; the next run tries again
 */
public record AlertNotification(Notification.Kind kind, Alert concern, String notifier, Optional<String> problem) {}
