package jinbo.cases.evidence;

import jinbo.cases.CaseFinding;
import jinbo.cases.Ground;
import jinbo.cases.evidence.CallFacts.MomentFacts;

/** The rule: which finding follows from the facts of a call; what comes first here goes before what comes later. */
final class ProposeFinding {

    private ProposeFinding() {}

    static Proposal from(CallFacts call) {
        if (call.filedBefore()) {
            return Proposal.of(CaseFinding.FILED_TWICE);
        }
        if (call.disowned() && !call.callerKnown()) {
            return Proposal.of(CaseFinding.NOT_ITS_CALL);
        }
        if (call.service() || call.exempted()) {
            return Proposal.of(CaseFinding.SERVICE_CALL);
        }
        CaseFinding byBlock = byBlock(call);
        if (call.forSales() && call.moments().stream().allMatch(MomentFacts::quiet)) {
            return byBlock == CaseFinding.VIOLATION
                    ? Proposal.violation(Ground.BLOCK, Ground.HOURS)
                    : Proposal.violation(Ground.HOURS);
        }
        return byBlock == CaseFinding.VIOLATION ? Proposal.violation(Ground.BLOCK) : Proposal.of(byBlock);
    }

    /** A clock may be wrong: in doubt for who is accused. */
    private static CaseFinding byBlock(CallFacts call) {
        return call.moments().stream()
                .map(ProposeFinding::byBlock)
                .filter(finding -> finding != CaseFinding.VIOLATION)
                .findFirst()
                .orElse(CaseFinding.VIOLATION);
    }

    static CaseFinding byBlock(MomentFacts moment) {
        return switch (moment.counted()) {
            case NOT_YET -> CaseFinding.GRACE;
            case NOTHING -> CaseFinding.NOT_BLOCKED;
            case BLOCKED -> moment.toldInTime() ? CaseFinding.VIOLATION : CaseFinding.NOT_TOLD_IN_TIME;
        };
    }
}
