package jinbo.operator.alert;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Looks for all that needs a person, in the order in which an operator would deal with it. */
@Component
@EnableConfigurationProperties(WatchSettings.class)
public record FindAllAlerts(List<ExchangeCheck> shared, InsurerCheck insurerCheck, Insurers insurers) {

    public FindAllAlerts {
        shared = shared.stream()
                .sorted(Comparator.comparing(ExchangeCheck::subject))
                .toList();
    }

    /** All of them; what cannot be looked at is thrown. */
    public List<Alert> find() {
        return checks().stream()
                .flatMap(alertCheck -> alertCheck.alerts().get().stream())
                .toList();
    }

    /** All that can be looked at; what cannot is itself among them. */
    public List<Alert> findAvailable() {
        return CheckExchange.take(checks()).alerts();
    }

    /** Each look by itself, for whoever goes on where one cannot be taken. */
    List<Check> checks() {
        Stream<Check> all =
                shared.stream().map(check -> new Check(check.subject().label(), check::find));
        Stream<Check> byInsurer = insurers.all().stream()
                .map(insurer -> new Check(insurer.code().value(), () -> insurerCheck.about(insurer)));
        return Stream.concat(all, byInsurer).toList();
    }

    /**
     * @param what what, as a word that is the same in every language
     * @param alerts looks, and tells what needs a person
     */
    record Check(String what, Supplier<List<Alert>> alerts) {}
}
