package jinbo.consumer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * The blocks and registrations of a number, as shown to its holder.
 *
 * @param insurers all insurers that can be chosen, once for each line of business
 * @param chosenDays the days of the newest choice while it has not ended; operators may have registered it
 * @param renewable true if the newest registration is a choice that ends soon
 */
public record NumberStatus(
        LocalDate today,
        List<OfInsurer> insurers,
        Optional<Interval> chosenDays,
        List<ConsumerRegistration> registrations,
        boolean renewable) {

    public NumberStatus {
        insurers = List.copyOf(insurers);
        registrations = List.copyOf(registrations);
    }

    /** An insurer in one line of business; the block is empty if there is none from today on. */
    public record OfInsurer(OfferedInsurer insurer, LineCode line, Optional<Interval> block) {}

    public List<OfInsurer> quiet() {
        return insurers.stream().filter(one -> one.block().isPresent()).toList();
    }

    /** Returns true if there is a block, or a choice in force that binds insurers that join later. */
    public boolean hasAnythingToCancel() {
        return !quiet().isEmpty() || chosenDays.isPresent();
    }

    public long quietInsurers() {
        return quiet().stream().map(one -> one.insurer().code()).distinct().count();
    }
}
