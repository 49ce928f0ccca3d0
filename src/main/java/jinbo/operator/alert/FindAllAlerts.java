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

/** Finds all alerts, in the order in which an operator should deal with them. */
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

    /** @param complete true if no check failed */
    record Found(List<Alert> alerts, boolean complete) {}

    private record Check(String subject, Supplier<List<Alert>> alerts) {}

    /** Finds all alerts, including one for each check that failed. */
    public List<Alert> find() {
        return run(checks()).alerts();
    }

    /** First checks the access log, so that new alarms of it are found as alerts, too. */
    Found findAfterLogCheck() {
        Check log = new Check("access-log-check", () -> {
            checkLog.atStart();
            return List.of();
        });
        return run(Stream.concat(Stream.of(log), checks()));
    }

    private static Found run(Stream<Check> checks) {
        List<Alert> found = new ArrayList<>();
        boolean complete = true;
        for (Check check : checks.toList()) {
            try {
                found.addAll(check.alerts().get());
            } catch (RuntimeException e) {
                LOG.warn("The check {} failed", check.subject(), e);
                found.add(new Alert(Code.LOOK_FAILED, Optional.empty(), Optional.of(check.subject())));
                complete = false;
            }
        }
        return new Found(List.copyOf(found), complete);
    }

    private Stream<Check> checks() {
        Stream<Check> all =
                shared.stream().map(check -> new Check(check.subject().label(), check.find()));
        Stream<Check> byInsurer = insurers.all().stream()
                .map(insurer -> new Check(insurer.code().value(), () -> insurerCheck.about(insurer)));
        return Stream.concat(all, byInsurer);
    }
}
