package jinbo.participant.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import tools.jackson.databind.JsonNode;

/** Reads what another process hands over: nothing in it is guessed or passed over, because a person has signed all of it. */
final class ReceivedOperation {

    private static final Set<String> MEMBERS = Set.of("operation", "version", "by", "at", "nonce", "values");
    private static final Set<Class<?>> ON_DISK = Set.of(Path.class, SecretFile.class);
    private static final Set<Class<?>> HIDDEN = Set.of(OperationNumber.class, HiddenText.class);

    private final OperationDocument document;
    private final OperationType type;
    private final JsonNode values;
    private int files;

    private ReceivedOperation(OperationDocument document, OperationType type, JsonNode values) {
        this.document = document;
        this.type = type;
        this.values = values;
    }

    /**
     * The operation that was handed over.
     *
     * @throws OperationException if it is none that this version of the program knows, or none that can be handed over
     * @throws InvalidOperationException if its values do not go together
     * @throws IOException if a file that came with it cannot be read
     */
    static Operation read(OperationDocument document, OperationCatalog catalog) throws IOException {
        JsonNode json = OperationJson.tree(document.json());
        OperationType type = OperationJson.type(json, catalog)
                .orElseThrow(() -> new OperationException(OperationError.OPERATION_UNKNOWN));
        if (type.useCase().inProcess()) {
            throw new OperationException(OperationError.OPERATION_IN_PROCESS);
        }
        requireKnown(json.propertyNames(), MEMBERS);
        JsonNode values = json.path("values");
        if (!values.isMissingNode() && !values.isObject()) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, "values");
        }
        return new ReceivedOperation(document, type, values).read();
    }

    private Operation read() throws IOException {
        requireKnown(values.propertyNames(), names(type.parts()));
        requireKnown(document.texts().keySet(), names(partsOf(HIDDEN)));
        requireKnown(document.files().keySet(), names(partsOf(Set.of(OperationFile.class))));
        List<Object> read = new ArrayList<>();
        for (OperationType.Part part : type.parts()) {
            read.add(value(part));
        }
        return type.create(read);
    }

    private Collection<OperationType.Part> partsOf(Set<Class<?>> types) {
        return type.parts().stream()
                .filter(part -> types.contains(part.valueType()))
                .toList();
    }

    private static Set<String> names(Collection<OperationType.Part> parts) {
        return parts.stream().map(OperationType.Part::name).collect(Collectors.toSet());
    }

    private static void requireKnown(Collection<String> given, Set<String> known) {
        if (!known.containsAll(given)) {
            throw new OperationException(
                    OperationError.MEMBER_UNKNOWN, known.stream().sorted().toList());
        }
    }

    private Object value(OperationType.Part part) throws IOException {
        JsonNode written = values.path(part.name());
        if (ON_DISK.contains(part.valueType())
                && (!written.isMissingNode() || part.arity() == OperationType.Arity.ONE)) {
            throw new OperationException(OperationError.PLACE_ON_DISK, part.name());
        }
        if (part.arity() == OperationType.Arity.FLAG) {
            require(written.isMissingNode() || written.isBoolean(), part);
            return written.asBoolean(false);
        }
        List<Object> read = several(part, written);
        if (part.arity() == OperationType.Arity.SEVERAL) {
            return List.copyOf(read);
        }
        require(read.size() <= 1, part);
        Optional<Object> one = read.stream().findFirst();
        if (part.arity() == OperationType.Arity.OPTIONAL) {
            return one;
        }
        return one.or(() -> part.otherwise().map(text -> parsed(part, text)))
                .orElseThrow(() -> new OperationException(OperationError.VALUE_UNUSABLE, part.name()));
    }

    private List<Object> several(OperationType.Part part, JsonNode written) throws IOException {
        require(!written.isArray() || part.arity() == OperationType.Arity.SEVERAL, part);
        List<JsonNode> nodes = OperationJson.several(written);
        List<Object> read = new ArrayList<>();
        if (HIDDEN.contains(part.valueType())) {
            if (nodes.stream()
                    .anyMatch(node -> !node.isString() || !node.asString().equals(HiddenText.HIDDEN))) {
                throw new OperationException(OperationError.SENT_IN_DOCUMENT, part.name());
            }
            List<String> sent = document.texts().getOrDefault(part.name(), List.of());
            require(part.valueType() == OperationNumber.class ? nodes.isEmpty() : nodes.size() == sent.size(), part);
            for (String text : sent) {
                read.add(part.valueType() == HiddenText.class ? new HiddenText(text) : OperationNumber.typed(text));
            }
        } else if (part.valueType() == OperationFile.class) {
            List<Path> sent = document.files().getOrDefault(part.name(), List.of());
            requireSame(sent.size() == nodes.size(), part.name());
            for (int i = 0; i < sent.size(); i++) {
                Request.StoredFile file = RequestFiles.describe(files++, sent.get(i));
                requireSame(describes(nodes.get(i), file), file.name());
                read.add(new OperationFile(sent.get(i)));
            }
        } else {
            for (JsonNode node : nodes) {
                require(node.isString(), part);
                read.add(parsed(part, node.asString()));
            }
        }
        return read;
    }

    private static boolean describes(JsonNode node, Request.StoredFile file) {
        return node.size() == OperationJson.described(file).size()
                && node.path("name").asString("").equals(file.name())
                && node.path("size").asLong(-1) == file.size()
                && node.path("sha256").asString("").equals(file.sha256());
    }

    private static void requireSame(boolean same, String name) {
        if (!same) {
            throw new OperationException(OperationError.FILE_DIFFERS, name);
        }
    }

    private static void require(boolean usable, OperationType.Part part) {
        if (!usable) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, part.name());
        }
    }

    private static Object parsed(OperationType.Part part, String text) {
        try {
            return ValueType.of(part.valueType()).parse().apply(text);
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, part.name());
        }
    }
}
