package jinbo.participant.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.participant.operation.OperationType.Arity;
import jinbo.participant.operation.OperationType.Part;
import jinbo.participant.staff.Request.StoredFile;
import jinbo.participant.staff.RequestFiles;
import tools.jackson.databind.JsonNode;

/**
 * Reads operations from documents. Rejects everything that it does not know, because people have signed the document
 * and it must not be misread.
 *
 * @param hidden finds the phone numbers or hidden texts of a part of the operation, which are not in the document
 * @param files finds the paths of the files that the document describes for a part
 */
record OperationReader(
        JsonNode values, Function<Part, List<Object>> hidden, BiFunction<Part, List<JsonNode>, List<Path>> files) {

    private static final Set<String> MEMBERS =
            Set.of("operation", "version", "exchange", "by", "at", "nonce", "values");
    private static final Set<Class<?>> ON_DISK = Set.of(Path.class, SecretFile.class);
    private static final Set<Class<?>> HIDDEN = Set.of(OperationNumber.class, HiddenText.class);

    /**
     * Reads an operation that another process has sent.
     *
     * @throws OperationException if this version of the program does not know the operation, or if it cannot be sent
     * @throws InvalidOperationException if its values are not allowed together
     */
    static Operation received(OperationDocument document, OperationCatalog catalog) throws IOException {
        JsonNode json = OperationJson.tree(document.json());
        OperationType type = type(json, catalog);
        if (type.useCase().inProcess()) {
            throw new OperationException(OperationError.ONLY_IN_PROCESS_OF_REQUESTER);
        }
        requireKnown(document.texts().keySet(), names(type, HIDDEN));
        requireKnown(document.files().keySet(), names(type, Set.of(OperationFile.class)));
        Map<Path, StoredFile> files = new HashMap<>();
        for (List<Path> several : document.files().values()) {
            for (Path file : several) {
                files.put(file, RequestFiles.describe(files.size(), file));
            }
        }
        return read(
                json,
                type,
                part -> sentTexts(part, document),
                (part, described) ->
                        sentFiles(part, document.files().getOrDefault(part.name(), List.of()), described, files));
    }

    private static List<Object> sentTexts(Part part, OperationDocument document) {
        return document.texts().getOrDefault(part.name(), List.of()).stream()
                .<Object>map(text ->
                        part.valueType() == HiddenText.class ? new HiddenText(text) : OperationNumber.typed(text))
                .toList();
    }

    private static List<Path> sentFiles(
            Part part, List<Path> sent, List<JsonNode> described, Map<Path, StoredFile> files) {
        requireSame(sent.size() == described.size(), part.name());
        IntStream.range(0, sent.size()).forEach(i -> {
            StoredFile file = files.get(sent.get(i));
            requireSame(describes(described.get(i), file), file.name());
        });
        return sent;
    }

    private static boolean describes(JsonNode node, StoredFile file) {
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

    /** Reads the operation of a request; its stored files are found by index. */
    static Operation stored(String document, OperationCatalog catalog, IntFunction<Path> file) {
        JsonNode json = OperationJson.tree(document);
        Iterator<Path> files =
                IntStream.iterate(0, index -> index + 1).mapToObj(file).iterator();
        return read(
                json,
                type(json, catalog),
                OperationReader::storedTexts,
                (part, described) -> described.stream().map(any -> files.next()).toList());
    }

    /** For a request: its phone number is stored separately, and operations with hidden texts are never stored. */
    private static List<Object> storedTexts(Part part) {
        return part.valueType() == OperationNumber.class && part.arity() == Arity.ONE
                ? List.of(OperationNumber.keptApart())
                : List.of();
    }

    private static OperationType type(JsonNode json, OperationCatalog catalog) {
        return catalog.find(json.path("operation").asString(""))
                .filter(known ->
                        known.useCase().version() == json.path("version").asInt(0))
                .orElseThrow(() -> new OperationException(OperationError.OPERATION_UNKNOWN));
    }

    private static Operation read(
            JsonNode json,
            OperationType type,
            Function<Part, List<Object>> hidden,
            BiFunction<Part, List<JsonNode>, List<Path>> files) {
        requireKnown(json.propertyNames(), MEMBERS);
        JsonNode values = json.path("values");
        if (!values.isMissingNode() && !values.isObject()) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, "values");
        }
        requireKnown(
                values.propertyNames(), type.parts().stream().map(Part::name).collect(Collectors.toSet()));
        OperationReader reader = new OperationReader(values, hidden, files);
        return type.create(type.parts().stream().map(reader::value).toList());
    }

    private static Set<String> names(OperationType type, Set<Class<?>> values) {
        return type.parts().stream()
                .filter(part -> values.contains(part.valueType()))
                .map(Part::name)
                .collect(Collectors.toSet());
    }

    private static void requireKnown(Collection<String> given, Set<String> known) {
        if (!known.containsAll(given)) {
            throw new OperationException(
                    OperationError.MEMBER_UNKNOWN, known.stream().sorted().toList());
        }
    }

    private Object value(Part part) {
        JsonNode written = values.path(part.name());
        return switch (part.arity()) {
            case FLAG -> {
                require(written.isMissingNode() || written.isBoolean(), part);
                yield written.asBoolean(false);
            }
            case SEVERAL -> several(part, written);
            case OPTIONAL -> single(part, written);
            case ONE ->
                single(part, written)
                        .or(() -> part.otherwise().map(text -> parsed(part, text)))
                        .orElseThrow(() -> new OperationException(OperationError.VALUE_UNUSABLE, part.name()));
        };
    }

    private Optional<Object> single(Part part, JsonNode written) {
        require(!written.isArray(), part);
        List<Object> read = several(part, written);
        require(read.size() <= 1, part);
        return read.stream().findFirst();
    }

    private List<Object> several(Part part, JsonNode written) {
        if (ON_DISK.contains(part.valueType()) && (!written.isMissingNode() || part.arity() == Arity.ONE)) {
            throw new OperationException(OperationError.PLACE_ON_DISK, part.name());
        }
        List<JsonNode> nodes = nodes(written);
        if (HIDDEN.contains(part.valueType())) {
            return hiddenTexts(part, nodes);
        }
        if (part.valueType() == OperationFile.class) {
            return files.apply(part, nodes).stream()
                    .<Object>map(OperationFile::new)
                    .toList();
        }
        return nodes.stream().map(node -> text(part, node)).toList();
    }

    private static List<JsonNode> nodes(JsonNode written) {
        if (written.isMissingNode() || written.isNull()) {
            return List.of();
        }
        return written.isArray() ? List.copyOf(written.values()) : List.of(written);
    }

    private List<Object> hiddenTexts(Part part, List<JsonNode> nodes) {
        if (nodes.stream().anyMatch(node -> !node.isString() || !node.asString().equals(HiddenText.HIDDEN))) {
            throw new OperationException(OperationError.SENT_IN_DOCUMENT, part.name());
        }
        List<Object> known = hidden.apply(part);
        require(part.valueType() == OperationNumber.class ? nodes.isEmpty() : nodes.size() == known.size(), part);
        return known;
    }

    private static Object text(Part part, JsonNode node) {
        require(node.isString(), part);
        return parsed(part, node.asString());
    }

    private static Object parsed(Part part, String text) {
        try {
            return ValueType.of(part.valueType()).parse().apply(text);
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, part.name());
        }
    }

    private static void require(boolean usable, Part part) {
        if (!usable) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, part.name());
        }
    }
}
