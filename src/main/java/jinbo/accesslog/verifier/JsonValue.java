package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Map;

/** A value of JSON, numbers as they are spelled. */
sealed interface JsonValue {

    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A number, not interpreted. */
    record Numeral(String spelling) implements JsonValue {}

    /** {@code true}, {@code false} or {@code null}. */
    record Literal(String text) implements JsonValue {}

    /** An array. */
    record Items(List<JsonValue> values) implements JsonValue {}

    /** An object, its members in the order in which they stand. */
    record Members(Map<String, JsonValue> values) implements JsonValue {}
}
