package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.CheckLog;
import jinbo.operator.alert.Alert.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at everything, and compares the access log with itself before; a look that fails is itself something that needs a person,
 * and keeps nobody from taking the others.
 */
@Component
record CheckExchange(CheckLog checkLog, FindAllAlerts findAllAlerts) {

    private static final Logger LOG = LoggerFactory.getLogger(CheckExchange.class);

    /** @param wholly whether every look could be taken */
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

    /** Takes each look, whatever becomes of the others. */
    static Seen take(List<FindAllAlerts.Check> alertChecks) {
        List<Alert> found = new ArrayList<>();
        boolean wholly = true;
        for (FindAllAlerts.Check alertCheck : alertChecks) {
            try {
                found.addAll(alertCheck.alerts().get());
            } catch (RuntimeException e) {
                LOG.warn("The check failed: {}", alertCheck.what(), e);
                found.add(new Alert(Code.LOOK_FAILED, Optional.empty(), Optional.of(alertCheck.what())));
                wholly = false;
            }
        }
        return new Seen(found, wholly);
    }

    /** What it finds is an alarm, which the next look tells. */
    private List<Alert> check() {
        checkLog.atStart();
        return List.of();
    }
}
