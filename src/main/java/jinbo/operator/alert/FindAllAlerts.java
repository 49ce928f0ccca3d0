package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.accesslog.CheckLog;
import jinbo.operator.alert.Alert.Code;
import jinbo.operator.alert.ExchangeChecks.ExchangeCheck;
import jinbo.participant.insurer.Insurers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds all alerts, in the order in which an operator deals with them. */
@Component
@EnableConfigurationProperties(WatchSettings.class)
public record FindAllAlerts(
        List<ExchangeCheck> shared, InsurerCheck insurerCheck, Insurers insurers, CheckLog checkLog) {

    private static final Logger LOG = LoggerFactory.getLogger(FindAllAlerts.class);

    public FindAllAlerts {
        shared = shared.stream()
                .sorted(Comparator.comparing(ExchangeCheck::subject))
                .toList();
    }

    /** @param wholly whether no check failed */
    record Found(List<Alert> alerts, boolean wholly) {}

    private record Check(String subject, Supplier<List<Alert>> alerts) {}

    /** Throws if a check fails. */
    public List<Alert> find() {
        return checks().flatMap(check -> check.alerts().get().stream()).toList();
    }

    /** Includes an alert for each check that fails. */
    public List<Alert> findAvailable() {
        return run(checks()).alerts();
    }

    /** Also checks the access log, whose new alarms the check of open alarms reports. */
    Found findAfterLogCheck() {
        Check log = new Check("access-log-check", () -> {
            checkLog.atStart();
            return List.of();
        });
        return run(Stream.concat(Stream.of(log), checks()));
    }

    private static Found run(Stream<Check> checks) {
        List<Alert> found = new ArrayList<>();
        boolean wholly = true;
        for (Check check : checks.toList()) {
            try {
                found.addAll(check.alerts().get());
            } catch (RuntimeException e) {
                LOG.warn("It could not be looked at: {}", check.subject(), e);
                found.add(new Alert(Code.LOOK_FAILED, Optional.empty(), Optional.of(check.subject())));
                wholly = false;
            }
        }
        return new Found(List.copyOf(found), wholly);
    }

    private Stream<Check> checks() {
        Stream<Check> all =
                shared.stream().map(check -> new Check(check.subject().label(), check.find()));
        Stream<Check> byInsurer = insurers.all().stream()
                .map(insurer -> new Check(insurer.code().value(), () -> insurerCheck.about(insurer)));
        return Stream.concat(all, byInsurer);
    }
}
