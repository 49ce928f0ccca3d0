package jinbo.cases.evidence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseFinding;
import jinbo.cases.Ground;

/**
 * What a rule proposes of a case.
 *
 * @param finding what the call was, if anything can be proposed
 * @param grounds which rules it broke, if it broke any
 * @param nothing why nothing can be proposed, if so
 */
public record Proposal(Optional<CaseFinding> finding, Set<Ground> grounds, Optional<WhyNothing> nothing) {

    /** Why no finding can be proposed; people decide all the same. */
    public enum WhyNothing {
        /** It is not known in whose name the call was. */
        INSURER_UNKNOWN,
        /** The consumer's number, or what had been registered of it, is erased. */
        NUMBER_ERASED,
        /** The calendar does not reach the days that are to be counted. */
        CALENDAR_NOT_LOADED
    }

    public Proposal {
        grounds = Set.copyOf(grounds);
    }

    static Proposal of(CaseFinding allowed) {
        return new Proposal(Optional.of(allowed), Set.of(), Optional.empty());
    }

    static Proposal violation(Ground first, Ground... others) {
        return new Proposal(Optional.of(CaseFinding.VIOLATION), EnumSet.of(first, others), Optional.empty());
    }

    static Proposal nothing(WhyNothing why) {
        return new Proposal(Optional.empty(), Set.of(), Optional.of(why));
    }
}
