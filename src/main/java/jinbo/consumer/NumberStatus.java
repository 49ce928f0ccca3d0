package jinbo.consumer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.registry.Interval;

/**
 * What is registered of a number, as its holder is shown it.
 *
 * @param today the day in Beijing
 * @param insurers all that can be chosen, each with what counts for it
 * @param registrations what the holder has registered here, newest first
 */
public record NumberStatus(LocalDate today, List<OfInsurer> insurers, List<ConsumerRegistration> registrations) {

    public NumberStatus {
        insurers = List.copyOf(insurers);
        registrations = List.copyOf(registrations);
    }

    /**
     * What counts for one insurer.
     *
     * @param insurer which
     * @param block days on which it must not call for sales; empty if there are none from today on
     */
    public record OfInsurer(OfferedInsurer insurer, Optional<Interval> block) {}

    /** Those that must not call, now or soon. */
    public List<OfInsurer> quiet() {
        return insurers.stream().filter(one -> one.block().isPresent()).toList();
    }
}
