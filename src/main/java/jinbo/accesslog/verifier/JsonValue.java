package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Map;

/** A JSON value. Numbers keep their spelling, and objects the order of their members. */
sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Numeral(String spelling) implements JsonValue {}

    record Literal(String text) implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {}

    record Members(Map<String, JsonValue> values) implements JsonValue {}
}
