package jinbo.consumer;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;
import jinbo.registry.Interval;

/**
 * What a consumer has said: a choice, or that everybody may call.
 *
 * @param reference by which it is named
 * @param registeredAt when
 * @param sectors whose insurers were named, those that join later too
 * @param insurers that were named one by one
 * @param block what it brings; empty for a cancellation
 */
public record ConsumerRegistration(
        RegistrationReference reference,
        Instant registeredAt,
        Set<Sector> sectors,
        Set<InsurerCode> insurers,
        Optional<Block> block) {

    /**
     * What a choice brings.
     *
     * @param term how long
     * @param days from when until when for insurers that did not have to keep quiet before
     * @param consent the version of the text about handing the number to insurers that was agreed to
     */
    public record Block(Term term, Interval days, String consent) {}

    /** Whether it ends all blocks. */
    public boolean isCancellation() {
        return block.isEmpty();
    }
}
