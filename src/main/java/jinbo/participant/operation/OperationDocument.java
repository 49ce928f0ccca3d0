package jinbo.participant.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.participant.staff.Request;

/**
 * An operation as it is sent to another process of this machine: the signed JSON, and what must not be in it.
 *
 * @param json the document that the person signs
 * @param texts phone numbers and hidden texts by the names of their values; not in the JSON, because that is stored
 * @param files by the names of their values; the JSON contains only file names, sizes and SHA-256
 */
public record OperationDocument(String json, Map<String, List<String>> texts, Map<String, List<Path>> files) {

    private static final String NUMBER = "number";

    public static OperationDocument of(Operation operation, Optional<Signer> signer) throws IOException {
        OperationType type = OperationType.of(operation.getClass());
        List<Request.StoredFile> described = new ArrayList<>();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (OperationType.Part part : type.parts()) {
            for (Object value : OperationArguments.values(part.of(operation))) {
                if (value instanceof OperationNumber number) {
                    add(texts, part, number.mobile().digits());
                } else if (value instanceof HiddenText hidden) {
                    add(texts, part, hidden.text());
                } else if (value instanceof OperationFile file) {
                    add(files, part, file.path());
                    described.add(file.describe(described.size()));
                }
            }
        }
        return new OperationDocument(OperationJson.write(operation, described, signer), texts, files);
    }

    /** The document that a second person confirms, and the phone number that this person has entered, if any. */
    public static OperationDocument beside(String json, Optional<OperationNumber> number) {
        return new OperationDocument(
                json,
                number.map(known -> Map.of(NUMBER, List.of(known.mobile().digits())))
                        .orElseGet(Map::of),
                Map.of());
    }

    /** The number that a second person has entered; throws {@link OperationException} for other texts or files. */
    Optional<OperationNumber> numberBeside() {
        List<String> numbers = texts.getOrDefault(NUMBER, List.of());
        if (!Set.of(NUMBER).containsAll(texts.keySet()) || !files.isEmpty()) {
            throw new OperationException(OperationError.MEMBER_UNKNOWN, List.of(NUMBER));
        }
        if (numbers.size() > 1) {
            throw new OperationException(OperationError.VALUE_UNUSABLE, NUMBER);
        }
        return numbers.stream().findFirst().map(OperationNumber::typed);
    }

    private static <T> void add(Map<String, List<T>> values, OperationType.Part part, T value) {
        values.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(value);
    }

    /** Reads the operation in a document that names no file. */
    public static Operation read(String json, OperationCatalog catalog) {
        return OperationReader.stored(json, catalog, number -> {
            throw new IllegalArgumentException("The document names a file");
        });
    }

    /** False if the operation must run in its author's own process, to write results or read a terminal. */
    public static boolean canHold(Operation operation) {
        OperationType type = OperationType.of(operation.getClass());
        return !type.useCase().inProcess()
                && type.parts().stream()
                        .flatMap(part -> OperationArguments.values(part.of(operation)).stream())
                        .noneMatch(value -> value instanceof Path
                                || value instanceof SecretFile
                                || value instanceof OperationFile file
                                        && file.elsewhere().isPresent());
    }
}
