package jinbo.cases.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;

/**
 * What is known of a call, and what a rule proposes from it. Two weighings of the same facts are the same, but for the proofs.
 *
 * @param number the case
 * @param statements what is known, in the order of the rule
 * @param proposal what the rule proposes
 */
public record Evidence(CaseNumber number, List<Statement> statements, RulingProposal proposal) {

    public Evidence {
        statements = List.copyOf(statements);
    }

    /** The finding that is proposed, if one can be. */
    public Optional<CaseRuling> proposed() {
        return proposal.finding();
    }

    /** Which rules the call broke, by the proposal; none if it broke none. */
    public Set<ViolationGround> grounds() {
        return proposal.grounds();
    }

    /** Why nothing can be proposed, if so. */
    public Optional<RulingProposal.WhyNothing> nothing() {
        return proposal.nothing();
    }

    /** Its canonical JSON, without the proofs: the bytes that {@link #sha256} is the hash of. */
    public byte[] canonical() {
        return CanonicalEvidence.of(this);
    }

    /** By which a decision names it: 64 lower-case hex digits. */
    public String sha256() {
        return CanonicalEvidence.sha256(canonical());
    }
}
