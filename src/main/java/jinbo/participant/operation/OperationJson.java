package jinbo.participant.operation;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import jinbo.participant.staff.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations as JSON: {@code {"operation": "held release", "version": 1, "values": {"name": "...", "reason": "..."}}}. All values are
 * texts, lists of texts, or {@code true}; of a file its name, size and SHA-256; of a number nothing. Where a person asks, {@code by},
 * {@code at} and {@code nonce} stand before the values: that document is what the person signs.
 */
final class OperationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private OperationJson() {}

    /**
     * As it is stored, in one line; the same operation is always the same bytes.
     *
     * @param files those that are named in it, in the order of its parts
     * @param signer who asks for it, if a person does
     */
    static String write(Operation operation, List<Request.StoredFile> files, Optional<Signer> signer) {
        OperationType type = OperationType.of(operation.getClass());
        Iterator<Request.StoredFile> file = files.iterator();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("operation", type.useCase().name());
        json.put("version", type.useCase().version());
        signer.ifPresent(person ->
                json.put("by", person.by()).put("at", person.at().toString()).put("nonce", person.nonce()));
        ObjectNode values = json.putObject("values");
        for (OperationType.Part part : type.parts()) {
            Object value = part.of(operation);
            if (part.arity() == OperationType.Arity.FLAG) {
                values.put(part.name(), (boolean) value);
                continue;
            }
            List<JsonNode> written = new ArrayList<>();
            for (Object one : OperationArguments.values(value)) {
                if (part.valueType() == OperationFile.class) {
                    written.add(described(file.next()));
                } else if (part.valueType() != OperationNumber.class) {
                    written.add(MAPPER.getNodeFactory().stringNode(String.valueOf(one)));
                }
            }
            if (part.arity() == OperationType.Arity.SEVERAL) {
                ArrayNode several = values.putArray(part.name());
                written.forEach(several::add);
            } else {
                written.forEach(one -> values.set(part.name(), one));
            }
        }
        return MAPPER.writeValueAsString(json);
    }

    static ObjectNode described(Request.StoredFile file) {
        return MAPPER.createObjectNode()
                .put("name", file.name())
                .put("size", file.size())
                .put("sha256", file.sha256());
    }

    /**
     * A document as a tree.
     *
     * @throws OperationException if it is no JSON object, or says something twice
     */
    static JsonNode tree(String document) {
        try {
            JsonNode json = MAPPER.readTree(document);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // what is in it is not repeated
        }
        throw new OperationException(OperationError.NOT_JSON);
    }

    /** Who signs a document, if it says so. */
    static Optional<Signer> signer(String document) {
        JsonNode json = tree(document);
        if (!json.has("by")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Signer(
                    json.path("by").stringValue(),
                    Instant.parse(json.path("at").stringValue()),
                    json.path("nonce").stringValue()));
        } catch (JacksonException | DateTimeException e) {
            throw new OperationException(OperationError.SIGNER_INCOMPLETE);
        }
    }

    /** By which a document differs from all others. */
    static String nonceOf(String document) {
        return MAPPER.readTree(document).path("nonce").asString();
    }

    /**
     * @param file where the bytes lie of the file that is named first, second, ... from 0
     * @throws IllegalStateException if this version of the program does not know it
     */
    static Operation read(String text, OperationCatalog catalog, IntFunction<Path> file) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException("A stored operation is no JSON", e);
        }
        OperationType type = type(json, catalog)
                .orElseThrow(
                        () -> new IllegalStateException("This version of the program does not know the operation \""
                                + json.path("operation").asString("") + "\" of version "
                                + json.path("version").asInt(0)));
        List<Object> values = new ArrayList<>();
        int files = 0;
        for (OperationType.Part part : type.parts()) {
            List<Object> read = new ArrayList<>();
            boolean isText = part.arity() != OperationType.Arity.FLAG;
            for (JsonNode one : isText ? several(json.path("values").path(part.name())) : List.<JsonNode>of()) {
                read.add(
                        part.valueType() == OperationFile.class
                                ? new OperationFile(file.apply(files++))
                                : ValueType.of(part.valueType()).parse().apply(one.asString()));
            }
            values.add(value(part, read, json.path("values").path(part.name())));
        }
        return type.create(values);
    }

    /** Which operation it is, if this version of the program knows it. */
    static Optional<OperationType> type(JsonNode json, OperationCatalog catalog) {
        return catalog.find(json.path("operation").asString(""))
                .filter(known ->
                        known.useCase().version() == json.path("version").asInt(0));
    }

    private static Object value(OperationType.Part part, List<Object> read, JsonNode json) {
        if (part.valueType() == OperationNumber.class && part.arity() == OperationType.Arity.ONE) {
            return OperationNumber.keptApart();
        }
        return switch (part.arity()) {
            case FLAG -> json.asBoolean(false);
            case SEVERAL -> List.copyOf(read);
            case OPTIONAL -> read.stream().findFirst();
            case ONE ->
                read.stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("A stored operation lacks " + part.name()));
        };
    }

    static List<JsonNode> several(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return List.of();
        }
        return json.isArray() ? List.copyOf(json.values()) : List.of(json);
    }
}
