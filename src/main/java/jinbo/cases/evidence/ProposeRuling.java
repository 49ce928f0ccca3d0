package jinbo.cases.evidence;

import java.util.List;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.ProposeRuling.CallFacts.MomentFacts;

/** Proposes a ruling from the facts of a call. The first condition that holds decides. */
final class ProposeRuling {

    private ProposeRuling() {}

    static Evidence.Proposal from(CallFacts call) {
        if (call.filedBefore()) {
            return Evidence.Proposal.of(CaseRuling.FILED_TWICE);
        }
        if (call.isDisputed() && !call.callerKnown()) {
            return Evidence.Proposal.of(CaseRuling.NOT_ITS_CALL);
        }
        if (call.service() || call.isExempt()) {
            return Evidence.Proposal.of(CaseRuling.SERVICE_CALL);
        }
        CaseRuling byBlock = byBlock(call);
        if (call.forSales() && call.moments().stream().allMatch(MomentFacts::quiet)) {
            return byBlock == CaseRuling.VIOLATION
                    ? Evidence.Proposal.violation(ViolationGround.BLOCK, ViolationGround.HOURS)
                    : Evidence.Proposal.violation(ViolationGround.HOURS);
        }
        return byBlock == CaseRuling.VIOLATION
                ? Evidence.Proposal.violation(ViolationGround.BLOCK)
                : Evidence.Proposal.of(byBlock);
    }

    /** Rules in favour of the insurer if the call was allowed at any time within the clock tolerance. */
    static CaseRuling byBlock(CallFacts call) {
        return call.moments().stream()
                .map(ProposeRuling::byBlock)
                .filter(ruling -> ruling != CaseRuling.VIOLATION)
                .findFirst()
                .orElse(CaseRuling.VIOLATION);
    }

    static CaseRuling byBlock(MomentFacts moment) {
        return switch (moment.counted()) {
            case NOT_YET -> CaseRuling.GRACE;
            case NOTHING -> CaseRuling.NOT_BLOCKED;
            case BLOCKED -> moment.notifiedInTime() ? CaseRuling.VIOLATION : CaseRuling.NOT_TOLD_IN_TIME;
        };
    }

    /**
     * @param isDisputed true if the insurer says that it did not call
     * @param callerKnown true if the displayed number is known as the insurer's
     * @param moments the facts at the reported time, then at the other possible times
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
            BLOCKED,
            /** A block was registered, but not in force yet. */
            NOT_YET,
            NOTHING
        }

        /** The facts at one time. {@code notifiedInTime}: the block was acknowledged, or there was time to apply it. */
        record MomentFacts(boolean quiet, Counted counted, boolean notifiedInTime) {}
    }
}
