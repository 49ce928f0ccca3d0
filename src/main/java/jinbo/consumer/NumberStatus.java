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
 * @param words what the holder has said here, newest first
 */
public record NumberStatus(LocalDate today, List<OfInsurer> insurers, List<ConsumerRegistration> words) {

    public NumberStatus {
        insurers = List.copyOf(insurers);
        words = List.copyOf(words);
    }

    /**
     * What counts for one insurer.
     *
     * @param insurer which
     * @param ban days on which it must not call for sales; empty if there are none from today on
     */
    public record OfInsurer(OfferedInsurer insurer, Optional<Interval> ban) {}

    /** Those that must not call, now or soon. */
    public List<OfInsurer> quiet() {
        return insurers.stream().filter(one -> one.ban().isPresent()).toList();
    }
}
