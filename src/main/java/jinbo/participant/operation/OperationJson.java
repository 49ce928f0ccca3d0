package jinbo.participant.operation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jinbo.participant.staff.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes operations as JSON: {@code {"operation": "held release", "version": 1, "values": {"name": "...", "reason":
 * "..."}}}. Values are texts, lists of texts, or {@code true}. A file is written as name, size and SHA-256; a phone
 * number is left out. If a person gives the operation, {@code exchange}, {@code by}, {@code at} and {@code nonce}
 * precede the values, and the person signs this document.
 */
final class OperationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private OperationJson() {}

    /** Writes the form that is stored and signed: one line, always the same bytes for the same values. */
    static String write(Operation operation, List<Request.StoredFile> files, Optional<Signer> signer) {
        OperationType type = OperationType.of(operation.getClass());
        Iterator<Request.StoredFile> file = files.iterator();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("operation", type.useCase().name());
        json.put("version", type.useCase().version());
        signer.flatMap(Signer::exchange).ifPresent(exchange -> json.put("exchange", exchange));
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

    /** @throws OperationException if the document is not a JSON object, or contains a member twice */
    static JsonNode tree(String document) {
        try {
            JsonNode json = MAPPER.readTree(document);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // the message may contain data from the document
        }
        throw new OperationException(OperationError.NOT_JSON);
    }

    /** The person and time that the document states, if any; not verified. */
    static Optional<Signer> signer(String document) {
        JsonNode json = tree(document);
        if (!json.has("by")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Signer(
                    json.has("exchange") ? Optional.of(text(json, "exchange")) : Optional.empty(),
                    text(json, "by"),
                    Instant.parse(text(json, "at")),
                    text(json, "nonce")));
        } catch (DateTimeException e) {
            throw new OperationException(OperationError.SIGNER_INCOMPLETE);
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name)
                .stringValueOpt()
                .orElseThrow(() -> new OperationException(OperationError.SIGNER_INCOMPLETE));
    }

    static String nonceOf(String document) {
        return MAPPER.readTree(document).path("nonce").asString();
    }
}
