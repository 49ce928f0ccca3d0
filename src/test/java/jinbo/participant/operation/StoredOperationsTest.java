package jinbo.participant.operation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.staff.Request;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests are carried out after an upgrade. stored-operations.jsonl has each operation as each version has stored it;
 * lines are added and never changed.
 */
class StoredOperationsTest {

    private static final Path SAMPLES =
            Path.of("src/test/resources/jinbo/participant/operation/stored-operations.jsonl");
    private static final OperationCatalog CATALOG =
            new OperationCatalog(ProgramClasses.ALL.that(resideInAPackage("jinbo.operator..")).stream()
                    .filter(JavaClass::isInterface)
                    .filter(type ->
                            type.getRawInterfaces().stream().anyMatch(one -> one.isEquivalentTo(Operation.class)))
                    .<Class<? extends Operation>>map(type -> type.reflect().asSubclass(Operation.class))
                    .filter(Class::isSealed)
                    .collect(Collectors.toList()));

    static List<String> samples() throws IOException {
        return Files.readAllLines(SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void storedOperationsSurviveAnUpgrade(String sample) {
        Operation read = OperationReader.stored(sample, CATALOG, file -> Path.of("kept-" + file));

        JsonNode json = new JsonMapper().readTree(sample);
        if (OperationType.of(read.getClass()).useCase().version()
                == json.path("version").asInt()) {
            assertThat(OperationJson.write(read, files(json.path("values")), OperationJson.signer(sample)))
                    .isEqualTo(sample);
        }
    }

    @Test
    void everyOperationForTwoPeopleHasAStoredSample() throws IOException {
        List<String> kept = samples().stream()
                .map(sample -> new JsonMapper().readTree(sample))
                .map(json -> json.path("operation").asString() + " "
                        + json.path("version").asInt())
                .toList();

        assertThat(kept)
                .containsAll(CATALOG.types().stream()
                        .filter(type -> type.useCase().duty().requiresSecondPerson())
                        .map(type ->
                                type.useCase().name() + " " + type.useCase().version())
                        .toList());
    }

    private static List<Request.StoredFile> files(JsonNode values) {
        List<Request.StoredFile> files = new ArrayList<>();
        values.values().stream()
                .flatMap(value -> value.isArray() ? value.values().stream() : Stream.of(value))
                .filter(JsonNode::isObject)
                .forEach(file -> files.add(new Request.StoredFile(
                        files.size(),
                        file.path("name").asString(),
                        file.path("size").asLong(),
                        file.path("sha256").asString())));
        return files;
    }
}
