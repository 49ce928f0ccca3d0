package jinbo.registry;

import java.util.Set;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;

/**
 * Who must not call a consumer, and for how long; replaces earlier registrations. A choice of nobody is a cancellation.
 *
 * @param lines of business with all their insurers, also those that join later
 * @param term counted from the first day of the block, or from the end of the choice that it renews
 */
public record ConsumerChoice(Set<LineCode> lines, Set<InsurerLine> insurers, Term term) {

    public ConsumerChoice {
        lines = Set.copyOf(lines);
        insurers = Set.copyOf(insurers);
    }

    /** Everybody may call. */
    public static ConsumerChoice nobody() {
        return new ConsumerChoice(Set.of(), Set.of(), Term.TWO_YEARS);
    }

    public boolean isCancellation() {
        return lines.isEmpty() && insurers.isEmpty();
    }
}
