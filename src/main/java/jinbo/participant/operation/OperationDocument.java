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
 * An operation in the form in which it is sent to another process of this machine.
 *
 * @param json the document that the person signs
 * @param texts phone numbers and hidden texts by value name; not in the document, which is stored
 * @param files by value name; the document contains their names, sizes and SHA-256
 */
public record OperationDocument(String json, Map<String, List<String>> texts, Map<String, List<Path>> files) {

    private static final String NUMBER = "number";

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

    /** The document that a second person confirms, with the number that it is about if that person enters it. */
    public static OperationDocument beside(String json, Optional<OperationNumber> number) {
        return new OperationDocument(
                json,
                number.map(known -> Map.of(NUMBER, List.of(known.mobile().digits())))
                        .orElseGet(Map::of),
                Map.of());
    }

    /** The phone number that a second person enters; throws {@link OperationException} for other texts or files. */
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

    /** Reads the operation in a document that names no file. */
    public static Operation read(String json, OperationCatalog catalog) {
        return OperationReader.stored(json, catalog, number -> {
            throw new IllegalArgumentException("The document names a file");
        });
    }

    /** False if the process that asks must write results or read a terminal. */
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
