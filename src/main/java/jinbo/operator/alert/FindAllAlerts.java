package jinbo.operator.alert;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds all alerts, in the order in which an operator deals with them. */
@Component
@EnableConfigurationProperties(WatchSettings.class)
public record FindAllAlerts(List<ExchangeCheck> shared, InsurerCheck insurerCheck, Insurers insurers) {

    public FindAllAlerts {
        shared = shared.stream()
                .sorted(Comparator.comparing(ExchangeCheck::subject))
                .toList();
    }

    /** Throws if a check fails. */
    public List<Alert> find() {
        return checks().stream()
                .flatMap(alertCheck -> alertCheck.alerts().get().stream())
                .toList();
    }

    /** Includes an alert for each check that fails. */
    public List<Alert> findAvailable() {
        return CheckExchange.take(checks()).alerts();
    }

    List<Check> checks() {
        Stream<Check> all =
                shared.stream().map(check -> new Check(check.subject().label(), check::find));
        Stream<Check> byInsurer = insurers.all().stream()
                .map(insurer -> new Check(insurer.code().value(), () -> insurerCheck.about(insurer)));
        return Stream.concat(all, byInsurer).toList();
    }

    /** @param what the subject, the same word in every language */
    record Check(String what, Supplier<List<Alert>> alerts) {}
}
