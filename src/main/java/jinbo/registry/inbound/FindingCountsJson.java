package jinbo.registry.inbound;

import java.util.EnumMap;
import java.util.Map;
import jinbo.exchange.format.FindingCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How often each code was found, as the JSON object that is stored with the file. */
final class FindingCountsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private FindingCountsJson() {}

    static String format(Map<FindingCode, Long> counts) {
        ObjectNode object = JSON.createObjectNode();
        counts.forEach((code, count) -> object.put(code.name(), count.longValue()));
        return object.toString();
    }

    static Map<FindingCode, Long> parse(String json) {
        Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
        for (Map.Entry<String, JsonNode> property : JSON.readTree(json).properties()) {
            counts.put(
                    FindingCode.valueOf(property.getKey()), property.getValue().longValue());
        }
        return counts;
    }
}
