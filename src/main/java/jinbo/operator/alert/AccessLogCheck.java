package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.LogAlarms;
import jinbo.operator.alert.Alert.Code;
import org.springframework.stereotype.Component;

/** Looks whether the access log has shown what no honest log can show. */
@Component
record AccessLogCheck(LogAlarms alarms) implements ExchangeCheck {

    @Override
    public Subject subject() {
        return Subject.ACCESS_LOG;
    }

    @Override
    public List<Alert> find() {
        return alarms.open().stream()
                .map(alarm -> new Alert(
                        Code.ACCESS_LOG_ALARM, Optional.empty(), Optional.of(alarm.kind() + " " + alarm.detail())))
                .toList();
    }
}
