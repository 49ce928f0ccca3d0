package jinbo.cases.evidence;

import java.util.List;

/**
 * The facts of a call that the rule goes by.
 *
 * @param filedBefore whether an earlier case is about the same call
 * @param isDisputed whether the insurer says that the call was not its own
 * @param callerKnown whether the number that was shown is known as that insurer's
 * @param service whether the consumer itself says that it was served
 * @param isExempt whether an exemption that the insurer claims holds on the day of the call
 * @param forSales whether the consumer says that something was to be sold
 * @param moments the facts at the told time first, then at those that a wrong clock may have meant
 */
record CallFacts(
        boolean filedBefore,
        boolean isDisputed,
        boolean callerKnown,
        boolean service,
        boolean isExempt,
        boolean forSales,
        List<MomentFacts> moments) {

    enum Counted {
        /** A block had begun and was not over. */
        BLOCKED,
        /** A block was registered and had not begun. */
        NOT_YET,
        NOTHING
    }

    /**
     * @param quiet whether it was in the hours in which nobody is called for sales
     * @param notifiedInTime whether the insurer had been notified so early that it could have kept to it, or said that it had
     */
    record MomentFacts(boolean quiet, Counted counted, boolean notifiedInTime) {}
}
