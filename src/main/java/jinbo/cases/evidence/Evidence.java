package jinbo.cases.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.reference.business.LineCode;
import tools.jackson.databind.json.JsonMapper;

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

    /**
     * Evidence as bytes that are the same for the same facts: JSON in one line of UTF-8, fields always there and in one
     * order.
     */
    static final class CanonicalEvidence {

        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        private CanonicalEvidence() {}

        static byte[] of(Evidence evidence) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("case", evidence.number().value());
            fields.put(
                    "business_line",
                    evidence.businessLine().map(LineCode::value).orElse(null));
            fields.put("proposed", evidence.proposed().map(CaseRuling::name).orElse(null));
            fields.put(
                    "grounds",
                    evidence.grounds().stream()
                            .map(ViolationGround::name)
                            .sorted()
                            .toList());
            fields.put("nothing", evidence.nothing().map(Enum::name).orElse(null));
            fields.put(
                    "statements",
                    evidence.statements().stream()
                            .map(CanonicalEvidence::fields)
                            .toList());
            return (MAPPER.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        private static Map<String, Object> fields(Statement statement) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("says", statement.says().name());
            fields.put("values", List.copyOf(statement.values()));
            fields.put("source", statement.source().kind().name());
            fields.put("name", statement.source().name());
            fields.put("line", statement.source().line().orElse(null));
            fields.put(
                    "entry", statement.vouched().map(Statement.Vouched::index).orElse(null));
            return fields;
        }

        static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
