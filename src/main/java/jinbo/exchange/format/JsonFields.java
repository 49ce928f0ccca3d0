package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jinbo.participant.insurer.InsurerCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of one JSON object strictly: wrong types, duplicate and unknown fields are refused. */
final class JsonFields {

    private static final int LARGEST = 1 << 20;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String format;
    private final JsonNode object;
    private final Set<String> unread;

    private JsonFields(String format, JsonNode object) {
        this.format = format;
        this.object = object;
        this.unread = new HashSet<>(object.propertyNames());
    }

    @FunctionalInterface
    interface Constructor<T> {
        T construct(JsonFields fields) throws FormatException;
    }

    /** @param disagreement the message if the constructor throws because fields contradict each other */
    static <T> T read(
            String format,
            InputStream json,
            Constructor<T> constructor,
            Function<IllegalArgumentException, String> disagreement)
            throws IOException, FormatException {
        JsonFields fields = read(format, json);
        try {
            T value = constructor.construct(fields);
            if (!fields.unread.isEmpty()) {
                throw new FormatException(format, "the file", "has " + fields.unread.size() + " unknown field(s)");
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new FormatException(format, "the file", disagreement.apply(e));
        }
    }

    private static JsonFields read(String format, InputStream json) throws IOException, FormatException {
        byte[] bytes = json.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new FormatException(format, "the file", "is larger than a mebibyte");
        }
        JsonNode node;
        try {
            node = STRICT.readTree(bytes);
        } catch (JacksonException broken) {
            throw new FormatException(format, "the file", "is not one JSON object without doubled fields");
        }
        if (!node.isObject()) {
            throw new FormatException(format, "the file", "is not a JSON object");
        }
        JsonFields fields = new JsonFields(format, node);
        if (!fields.text("format").equals(format)) {
            throw fields.wrong("format", "is another one");
        }
        return fields;
    }

    String text(String name) throws FormatException {
        return required(name, node -> node.stringValueOpt());
    }

    Optional<String> optionalText(String name) throws FormatException {
        return object.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long count(String name) throws FormatException {
        long value = required(
                name,
                node -> node.isIntegralNumber() && node.canConvertToLong()
                        ? Optional.of(node.longValue())
                        : Optional.empty());
        if (value < 0) {
            throw wrong(name, "is negative");
        }
        return value;
    }

    String sha256(String name) throws FormatException {
        String text = text(name);
        if (!JsonText.isSha256(text)) {
            throw wrong(name, "is not 64 lower-case hex digits");
        }
        return text;
    }

    Instant instant(String name) throws FormatException {
        String text = text(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException broken) {
            throw wrong(name, "is not an instant with offset");
        }
    }

    LocalDate date(String name) throws FormatException {
        String text = text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException broken) {
            throw wrong(name, "is not a date");
        }
    }

    Optional<LocalDate> optionalDate(String name) throws FormatException {
        return object.has(name) ? Optional.of(date(name)) : Optional.empty();
    }

    <T> T value(String name, Function<String, Optional<T>> reading) throws FormatException {
        return reading.apply(text(name)).orElseThrow(() -> wrong(name, "has an unknown value"));
    }

    InsurerCode insurer(String name) throws FormatException {
        return value(name, text -> InsurerCode.isCode(text) ? Optional.of(new InsurerCode(text)) : Optional.empty());
    }

    int sequence(String name) throws FormatException {
        long number = count(name);
        if (!ManifestFileName.isSequence(number)) {
            throw wrong(name, "is not 1 to 99999999");
        }
        return (int) number;
    }

    List<String> texts(String name) throws FormatException {
        JsonNode array = node(name);
        if (!array.isArray()) {
            throw wrong(name, "has the wrong type");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            texts.add(element.stringValueOpt().orElseThrow(() -> wrong(name, "holds something but text")));
        }
        return texts;
    }

    Optional<List<String>> optionalTexts(String name) throws FormatException {
        return object.has(name) ? Optional.of(texts(name)) : Optional.empty();
    }

    JsonNode node(String name) throws FormatException {
        return required(name, Optional::of);
    }

    boolean has(String name) {
        return object.has(name);
    }

    FormatException wrong(String name, String problem) {
        return new FormatException(format, "field " + name, problem);
    }

    private <T> T required(String name, Function<JsonNode, Optional<T>> reading) throws FormatException {
        unread.remove(name);
        JsonNode node = object.get(name);
        if (node == null) {
            throw wrong(name, "is missing");
        }
        return reading.apply(node).orElseThrow(() -> wrong(name, "has the wrong type"));
    }
}
