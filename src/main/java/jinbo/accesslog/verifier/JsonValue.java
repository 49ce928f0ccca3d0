package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Map;

/** A JSON value; numbers keep their spelling. */
sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Numeral(String spelling) implements JsonValue {}

    record Literal(String text) implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {}

    /** Members keep their order. */
    record Members(Map<String, JsonValue> values) implements JsonValue {}
}
