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
 * What a consumer has said: a choice, or that everybody may call.
 *
 * @param lines of business whose insurers were all named, those that join later too
 * @param insurers that were named one by one, each in a line
 * @param block what it brings; empty for a cancellation
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
     * @param days from when until when for insurers that did not have to keep quiet before
     * @param consent the version of the text about handing the number to insurers that was agreed to
     */
    public record Block(Term term, Interval days, String consent) {}

    public boolean isCancellation() {
        return block.isEmpty();
    }
}
