package jinbo.cases.evidence;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.DecideCase.CaseAssessor;
import jinbo.cases.ViolationGround;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.LineCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evidence of a case and the proposal that follows from it. The same facts give the same evidence, except for
 * proofs.
 *
 * @param businessLine the line of business for which the call was assessed, if there is one
 * @param statements in the order in which the rule considers them
 */
public record Evidence(
        CaseNumber number, Optional<LineCode> businessLine, List<Statement> statements, Proposal proposal)
        implements CaseAssessor.Assessment {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Evidence {
        statements = List.copyOf(statements);
    }

    @Override
    public Optional<CaseRuling> proposed() {
        return proposal.ruling();
    }

    @Override
    public Set<ViolationGround> grounds() {
        return proposal.grounds();
    }

    public Optional<Proposal.WhyNothing> nothing() {
        return proposal.nothing();
    }

    /** Returns the evidence without proofs as canonical JSON: one line of UTF-8, with all fields in this order. */
    public byte[] canonical() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("case", number.value());
        fields.put("business_line", businessLine.map(LineCode::value).orElse(null));
        fields.put("proposed", proposed().map(CaseRuling::name).orElse(null));
        fields.put(
                "grounds",
                grounds().stream().map(ViolationGround::name).sorted().toList());
        fields.put("nothing", nothing().map(Enum::name).orElse(null));
        fields.put("statements", statements.stream().map(Evidence::fields).toList());
        return (MAPPER.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String sha256() {
        return HexFormat.of().formatHex(Sha256.start().digest(canonical()));
    }

    private static Map<String, Object> fields(Statement statement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("says", statement.says().name());
        fields.put("values", List.copyOf(statement.values()));
        fields.put("source", statement.source().kind().name());
        fields.put("name", statement.source().name());
        fields.put("line", statement.source().line().orElse(null));
        fields.put("entry", statement.vouched().map(Statement.Vouched::index).orElse(null));
        return fields;
    }

    /** A proposed ruling, or why none can be proposed. */
    public record Proposal(Optional<CaseRuling> ruling, Set<ViolationGround> grounds, Optional<WhyNothing> nothing) {

        public enum WhyNothing {
            INSURER_UNKNOWN,
            /** The consumer's number or its registrations are erased. */
            NUMBER_ERASED,
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
