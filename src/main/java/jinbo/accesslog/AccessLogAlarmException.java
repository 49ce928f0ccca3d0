package jinbo.accesslog;

import java.util.List;

/**
 * An alarm about the access log is open: the log was changed, or it does not continue its signed head. Deliveries stop
 * until two people have decided about the alarm.
 */
public final class AccessLogAlarmException extends RuntimeException {

    AccessLogAlarmException(List<Alarm> alarms) {
        super("The access log is not what it was ("
                + String.join(
                        "; ",
                        alarms.stream()
                                .map(alarm -> alarm.kind() + " " + alarm.detail())
                                .toList())
                + "), so nothing is delivered; see \"audit check\", and let two people decide with \"audit accept\"");
    }
}
