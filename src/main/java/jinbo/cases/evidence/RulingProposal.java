package jinbo.cases.evidence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;

/**
 * What a rule proposes of a case.
 *
 * @param finding what the call was, if anything can be proposed
 * @param grounds which rules it broke, if it broke any
 * @param nothing why nothing can be proposed, if so
 */
public record RulingProposal(Optional<CaseRuling> finding, Set<ViolationGround> grounds, Optional<WhyNothing> nothing) {

    /** Why no finding can be proposed; people decide all the same. */
    public enum WhyNothing {
        /** It is not known in whose name the call was. */
        INSURER_UNKNOWN,
        /** The consumer's number, or what had been registered of it, is erased. */
        NUMBER_ERASED,
        /** The calendar does not reach the days that are to be counted. */
        CALENDAR_NOT_LOADED
    }

    public RulingProposal {
        grounds = Set.copyOf(grounds);
    }

    static RulingProposal of(CaseRuling allowed) {
        return new RulingProposal(Optional.of(allowed), Set.of(), Optional.empty());
    }

    static RulingProposal violation(ViolationGround first, ViolationGround... others) {
        return new RulingProposal(Optional.of(CaseRuling.VIOLATION), EnumSet.of(first, others), Optional.empty());
    }

    static RulingProposal nothing(WhyNothing why) {
        return new RulingProposal(Optional.empty(), Set.of(), Optional.of(why));
    }
}
