package jinbo.cases.evidence;

import java.util.List;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.ProposeRuling.CallFacts.MomentFacts;

/** Proposes a ruling from the facts of a call. Earlier conditions take precedence. */
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

    /** The insurer has the benefit of the clock tolerance. */
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
            /** Registered, but not in force. */
            NOT_YET,
            NOTHING
        }

        /** @param notifiedInTime true if the insurer was notified in time to apply the block, or had acknowledged it */
        record MomentFacts(boolean quiet, Counted counted, boolean notifiedInTime) {}
    }
}
