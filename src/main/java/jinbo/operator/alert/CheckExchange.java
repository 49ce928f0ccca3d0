package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.CheckLog;
import jinbo.operator.alert.Alert.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs all checks. A failed check is itself an alert and does not prevent the others. */
@Component
record CheckExchange(CheckLog checkLog, FindAllAlerts findAllAlerts) {

    private static final Logger LOG = LoggerFactory.getLogger(CheckExchange.class);

    /** @param wholly whether no check failed */
    record Seen(List<Alert> alerts, boolean wholly) {

        Seen {
            alerts = List.copyOf(alerts);
        }
    }

    Seen checkAll() {
        List<FindAllAlerts.Check> alertChecks =
                new ArrayList<>(List.of(new FindAllAlerts.Check("access-log-check", this::check)));
        alertChecks.addAll(findAllAlerts.checks());
        return take(alertChecks);
    }

    static Seen take(List<FindAllAlerts.Check> alertChecks) {
        List<Alert> found = new ArrayList<>();
        boolean wholly = true;
        for (FindAllAlerts.Check alertCheck : alertChecks) {
            try {
                found.addAll(alertCheck.alerts().get());
            } catch (RuntimeException e) {
                LOG.warn("It could not be looked at: {}", alertCheck.what(), e);
                found.add(new Alert(Code.LOOK_FAILED, Optional.empty(), Optional.of(alertCheck.what())));
                wholly = false;
            }
        }
        return new Seen(found, wholly);
    }

    /** The alarms that it finds are reported by the next check. */
    private List<Alert> check() {
        checkLog.atStart();
        return List.of();
    }
}
