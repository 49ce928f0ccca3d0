package jinbo.cases.evidence;

import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.CallFacts.MomentFacts;

/** The rule: which finding follows from the facts of a call; what comes first here goes before what comes later. */
final class ProposeRuling {

    private ProposeRuling() {}

    static RulingProposal from(CallFacts call) {
        if (call.filedBefore()) {
            return RulingProposal.of(CaseRuling.FILED_TWICE);
        }
        if (call.isDisputed() && !call.callerKnown()) {
            return RulingProposal.of(CaseRuling.NOT_ITS_CALL);
        }
        if (call.service() || call.isExempt()) {
            return RulingProposal.of(CaseRuling.SERVICE_CALL);
        }
        CaseRuling byBlock = byBlock(call);
        if (call.forSales() && call.moments().stream().allMatch(MomentFacts::quiet)) {
            return byBlock == CaseRuling.VIOLATION
                    ? RulingProposal.violation(ViolationGround.BLOCK, ViolationGround.HOURS)
                    : RulingProposal.violation(ViolationGround.HOURS);
        }
        return byBlock == CaseRuling.VIOLATION
                ? RulingProposal.violation(ViolationGround.BLOCK)
                : RulingProposal.of(byBlock);
    }

    /** A clock may be wrong: in doubt for who is accused. */
    private static CaseRuling byBlock(CallFacts call) {
        return call.moments().stream()
                .map(ProposeRuling::byBlock)
                .filter(finding -> finding != CaseRuling.VIOLATION)
                .findFirst()
                .orElse(CaseRuling.VIOLATION);
    }

    static CaseRuling byBlock(MomentFacts moment) {
        return switch (moment.counted()) {
            case NOT_YET -> CaseRuling.GRACE;
            case NOTHING -> CaseRuling.NOT_BLOCKED;
            case BLOCKED -> moment.toldInTime() ? CaseRuling.VIOLATION : CaseRuling.NOT_TOLD_IN_TIME;
        };
    }
}
