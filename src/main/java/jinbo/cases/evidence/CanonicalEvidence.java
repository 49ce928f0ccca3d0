package jinbo.cases.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.reference.business.LineCode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as bytes that are the same for the same facts: JSON in one line of UTF-8, fields always there and in one order. */
final class CanonicalEvidence {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CanonicalEvidence() {}

    static byte[] of(Evidence evidence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("case", evidence.number().value());
        fields.put("business_line", evidence.businessLine().map(LineCode::value).orElse(null));
        fields.put("proposed", evidence.proposed().map(CaseRuling::name).orElse(null));
        fields.put(
                "grounds",
                evidence.grounds().stream().map(ViolationGround::name).sorted().toList());
        fields.put("nothing", evidence.nothing().map(Enum::name).orElse(null));
        fields.put(
                "statements",
                evidence.statements().stream().map(CanonicalEvidence::fields).toList());
        return (MAPPER.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
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

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
