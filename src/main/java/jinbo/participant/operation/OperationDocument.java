package jinbo.participant.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;

/**
 * An operation as it is handed to another process of this machine.
 *
 * @param json what that process reads, and the person signs
 * @param texts numbers and hidden texts by the names of the values; they are in no document, because documents are kept
 * @param files where the bytes of files lie, by the names of the values; the document has their names, sizes and SHA-256
 */
public record OperationDocument(String json, Map<String, List<String>> texts, Map<String, List<Path>> files) {

    private static final String NUMBER = "number";

    /**
     * One that a person asks for, or nobody who is known.
     *
     * @throws IOException if a file cannot be read
     */
    public static OperationDocument of(Operation operation, Optional<Signer> signer) throws IOException {
        OperationType type = OperationType.of(operation.getClass());
        List<Request.StoredFile> described = new ArrayList<>();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (OperationType.Part part : type.parts()) {
            if (part.valueType() == OperationNumber.class) {
                add(
                        texts,
                        part,
                        operation,
                        number -> ((OperationNumber) number).mobile().digits());
            } else if (part.valueType() == HiddenText.class) {
                add(texts, part, operation, hidden -> ((HiddenText) hidden).text());
            } else if (part.valueType() == OperationFile.class) {
                add(files, part, operation, file -> ((OperationFile) file).path());
                for (Path file : files.getOrDefault(part.name(), List.of())) {
                    described.add(RequestFiles.describe(described.size(), file));
                }
            }
        }
        return new OperationDocument(OperationJson.write(operation, described, signer), texts, files);
    }

    /** What a second person confirms, and the number that it is about, if that person says it. */
    public static OperationDocument beside(String json, Optional<OperationNumber> number) {
        return new OperationDocument(
                json,
                number.map(known -> Map.of(NUMBER, List.of(known.mobile().digits())))
                        .orElseGet(Map::of),
                Map.of());
    }

    /**
     * The number that a second person says beside what it confirms.
     *
     * @throws OperationException if anything else stands beside it
     */
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

    private static <T> void add(
            Map<String, List<T>> apart, OperationType.Part part, Operation operation, Function<Object, T> value) {
        List<T> values = OperationArguments.values(part.of(operation)).stream()
                .map(value)
                .toList();
        if (!values.isEmpty()) {
            apart.put(part.name(), values);
        }
    }

    /** The operation in a document that names no file. */
    public static Operation read(String json, OperationCatalog catalog) {
        return OperationReader.stored(json, catalog, number -> {
            throw new IllegalArgumentException("The document names a file");
        });
    }

    /** Whether all of an operation can be handed over: results are written to files, and the terminal read, by the process that asks. */
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
