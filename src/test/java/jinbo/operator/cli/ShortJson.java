package jinbo.operator.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * JSON for people who compare: what fits into a line stands in one, in the order in which it came.
 *
 * @param width of a line
 */
record ShortJson(int width) {

    String write(JsonNode node) {
        return write(node, "", 0);
    }

    /** @param taken how much of the line stands there already, and will after it */
    private String write(JsonNode node, String indent, int taken) {
        String inOneLine = node.isEmpty() ? node.toString() : inOneLine(node);
        if (!node.isContainer() || node.isEmpty() || indent.length() + taken + inOneLine.length() <= width) {
            return inOneLine;
        }
        String inner = indent + "  ";
        boolean isObject = node.isObject();
        List<String> parts = isObject
                ? node.properties().stream()
                        .map(field -> named(
                                field,
                                write(field.getValue(), inner, field.getKey().length() + 5)))
                        .toList()
                : node.valueStream().map(value -> write(value, inner, 1)).toList();
        return (isObject ? "{" : "[")
                + parts.stream().map(part -> "\n" + inner + part).collect(Collectors.joining(","))
                + "\n" + indent + (isObject ? "}" : "]");
    }

    private static String inOneLine(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> named(field, inOneLine(field.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.isArray()
                ? node.valueStream().map(ShortJson::inOneLine).collect(Collectors.joining(", ", "[", "]"))
                : node.toString();
    }

    private static String named(Map.Entry<String, JsonNode> field, String value) {
        return "\"" + field.getKey() + "\": " + value;
    }
}
