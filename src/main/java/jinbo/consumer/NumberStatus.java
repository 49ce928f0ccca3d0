package jinbo.consumer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * @param today the day in Beijing
 * @param insurers all that can be chosen, each in each line that it sells with what counts for it there
 * @param registrations what the holder has registered here, newest first
 * @param renewable whether the newest one is a choice that ends soon, so that it can be registered once more from its end
 */
public record NumberStatus(
        LocalDate today, List<OfInsurer> insurers, List<ConsumerRegistration> registrations, boolean renewable) {

    public NumberStatus {
        insurers = List.copyOf(insurers);
        registrations = List.copyOf(registrations);
    }

    /** @param block days on which it must not call for sales; empty if there are none from today on */
    public record OfInsurer(OfferedInsurer insurer, LineCode line, Optional<Interval> block) {}

    /** Those that must not call for sales of their line, now or soon. */
    public List<OfInsurer> quiet() {
        return insurers.stream().filter(one -> one.block().isPresent()).toList();
    }

    /** How many insurers are among those, whatever their lines. */
    public long quietInsurers() {
        return quiet().stream().map(one -> one.insurer().code()).distinct().count();
    }
}
