package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Map;

/** A value of JSON, numbers as they are spelled. */
sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Numeral(String spelling) implements JsonValue {}

    record Literal(String text) implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {}

    /** An object, its members in the order in which they stand. */
    record Members(Map<String, JsonValue> values) implements JsonValue {}
}
