package jinbo.registry;

import java.util.Set;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;

/**
 * What a consumer wants: who is not to call for sales, and for how long. It stands instead of everything that was known for
 * the number before; one that names nobody is a cancellation.
 *
 * @param lines of business whose insurers are all named, those that join later too
 * @param insurers that are named one by one, each in a line
 * @param term how long, counted from the first day of the block, or from the end of what it renews
 */
public record ConsumerChoice(Set<LineCode> lines, Set<InsurerLine> insurers, Term term) {

    public ConsumerChoice {
        lines = Set.copyOf(lines);
        insurers = Set.copyOf(insurers);
    }

    /** That everybody may call. */
    public static ConsumerChoice nobody() {
        return new ConsumerChoice(Set.of(), Set.of(), Term.TWO_YEARS);
    }

    /** Whether it ends all blocks. */
    public boolean isCancellation() {
        return lines.isEmpty() && insurers.isEmpty();
    }
}
