package jinbo.accesslog;

import java.util.List;

/** The log was changed or does not continue its signed head; deliveries stop until two people have decided. */
public final class AccessLogAlarmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Alarm> alarms;

    AccessLogAlarmException(List<Alarm> alarms) {
        super("The access log is not what it was ("
                + String.join(
                        "; ",
                        alarms.stream()
                                .map(alarm -> alarm.kind() + " " + alarm.detail())
                                .toList())
                + "), so nothing is delivered; see \"audit check\", and let two people decide with \"audit accept\"");
        this.alarms = List.copyOf(alarms);
    }

    public List<Alarm> alarms() {
        return alarms;
    }
}
