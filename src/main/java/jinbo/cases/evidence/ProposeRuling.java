package jinbo.cases.evidence;

import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.CallFacts.MomentFacts;

/** The rule: which finding follows from the facts of a call; what comes first here goes before what comes later. */
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

    /** A clock may be wrong: in doubt for who is accused. */
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
}
