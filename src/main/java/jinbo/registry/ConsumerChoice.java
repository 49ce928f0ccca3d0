package jinbo.registry;

import java.util.Set;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;

/**
 * A consumer's decision which insurers must not call, and for how long. It replaces all earlier registrations of the
 * number. A choice without insurers is a cancellation.
 *
 * @param lines lines of business in which no insurer may call, including insurers that join later
 * @param insurers single insurers, each in one line of business, that must not call
 * @param term how long the block lasts, counted from its first day; for a renewal, from the end of the choice that is
 *     renewed
 */
public record ConsumerChoice(Set<LineCode> lines, Set<InsurerLine> insurers, Term term) {

    public ConsumerChoice {
        lines = Set.copyOf(lines);
        insurers = Set.copyOf(insurers);
    }

    public static ConsumerChoice nobody() {
        return new ConsumerChoice(Set.of(), Set.of(), Term.TWO_YEARS);
    }

    public boolean isCancellation() {
        return lines.isEmpty() && insurers.isEmpty();
    }
}
