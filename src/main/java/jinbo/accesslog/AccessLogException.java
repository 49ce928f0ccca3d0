package jinbo.accesslog;

import java.util.Collection;
import java.util.stream.Collectors;
import jinbo.platform.error.CodedException;

public final class AccessLogException extends CodedException {

    AccessLogException(AccessLogError error, Object... facts) {
        super(error, facts);
    }

    public static AccessLogException noAlarm() {
        return new AccessLogException(AccessLogError.NO_ALARM);
    }

    public static AccessLogException otherAlarms(Collection<Long> named, Collection<Long> open) {
        if (open.isEmpty()) {
            return new AccessLogException(AccessLogError.NO_ALARM_OPEN, named);
        }
        String options = open.stream().map(id -> "--alarm " + id).collect(Collectors.joining(" "));
        return named.isEmpty()
                ? new AccessLogException(AccessLogError.NO_ALARM_NAMED, open, options)
                : new AccessLogException(AccessLogError.OTHER_ALARMS, open, named, options);
    }
}
