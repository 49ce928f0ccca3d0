package jinbo.cases.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.reference.business.LineCode;

/**
 * What is known of a call, and what a rule proposes from it. Two weighings of the same facts are the same, but for the proofs.
 *
 * @param businessLine the line in which the call was weighed; empty if it could not be
 * @param statements what is known, in the order of the rule
 */
public record Evidence(
        CaseNumber number, Optional<LineCode> businessLine, List<Statement> statements, Proposal proposal) {

    public Evidence {
        statements = List.copyOf(statements);
    }

    public Optional<CaseRuling> proposed() {
        return proposal.ruling();
    }

    /** Which rules the call broke, by the proposal; none if it broke none. */
    public Set<ViolationGround> grounds() {
        return proposal.grounds();
    }

    public Optional<Proposal.WhyNothing> nothing() {
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

    public record Proposal(Optional<CaseRuling> ruling, Set<ViolationGround> grounds, Optional<WhyNothing> nothing) {

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

        static Proposal of(CaseRuling allowed) {
            return new Proposal(Optional.of(allowed), Set.of(), Optional.empty());
        }

        static Proposal violation(ViolationGround first, ViolationGround... others) {
            return new Proposal(Optional.of(CaseRuling.VIOLATION), EnumSet.of(first, others), Optional.empty());
        }

        static Proposal nothing(WhyNothing why) {
            return new Proposal(Optional.empty(), Set.of(), Optional.of(why));
        }
    }
}
