package jinbo.consumer;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * A registered choice or cancellation of a consumer.
 *
 * @param lines lines of business chosen as a whole, with insurers that join later
 * @param insurers insurers chosen one by one
 * @param block empty for a cancellation
 */
public record ConsumerRegistration(
        RegistrationReference reference,
        Instant registeredAt,
        Set<LineCode> lines,
        Set<InsurerLine> insurers,
        Optional<Block> block) {

    public ConsumerRegistration {
        lines = Collections.unmodifiableSet(new TreeSet<>(lines));
        insurers = Collections.unmodifiableSet(new TreeSet<>(insurers));
    }

    /**
     * @param days the interval for insurers that were not blocked before; others continue without a gap
     * @param consent the version of the consent
     */
    public record Block(Term term, Interval days, String consent) {}

    public boolean isCancellation() {
        return block.isEmpty();
    }
}
