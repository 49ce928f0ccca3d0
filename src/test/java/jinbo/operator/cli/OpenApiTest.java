package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.SecretFile;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page for programs, {@code docs/developers/openapi.yaml}, describes the local interface as it is. */
class OpenApiTest {

    private static final Path FILE = Path.of("docs/developers/openapi.yaml");

    @Test
    void isWhatTheCodeSays() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setDereferenceAliases(true);

        new ExpectedFile(FILE)
                .mustHold("# Written by OpenApiTest with -Djinbo.write-expected=true; do not change it by hand.\n"
                        + new Yaml(options).dump(new OpenApiDescription().document()));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() throws IOException {
        JsonNode document = read();
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.at("/components/schemas").propertyNames())
                .allSatisfy(name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    @Test
    void everyOperationIsDescribedOnceWithItsPermissionAndResult() throws IOException {
        JsonNode document = read();
        Collection<OperationType> types = OpenApiDescription.described();

        assertThat(document.at("/components/schemas/Operation/oneOf").size()).isEqualTo(types.size());
        assertThat(types).allSatisfy(type -> {
            String name = type.useCase().name();
            JsonNode schema = document.at(document.at("/components/schemas/Operation/discriminator/mapping")
                    .path(name)
                    .asString("")
                    .replaceFirst("^#", ""));
            assertThat(schema.at("/properties/operation/const").asString("")).isEqualTo(name);
            assertThat(schema.path("description").asString("")).as(name).isNotBlank();
            assertThat(schema.path("x-duty").asString(""))
                    .isEqualTo(type.useCase().duty().name());
            assertThat(schema.path("x-result").isEmpty()).as(name).isFalse();
        });
    }

    @Test
    void theOperatorsPageNamesEachCommandThatIsNotHandedOver() throws IOException {
        String page = Files.readString(Path.of("docs/operators/api.md"));
        String section = page.substring(page.indexOf("## Commands that are not"), page.indexOf("## From a script"));

        assertThat(OperatorOperations.CATALOG.types())
                .filteredOn(OpenApiTest::readsOrWritesForItself)
                .hasSizeGreaterThan(8)
                .allSatisfy(type ->
                        assertThat(section).contains("`" + type.useCase().name()));
    }

    private static boolean readsOrWritesForItself(OperationType type) {
        return type.useCase().inProcess()
                || type.parts().stream()
                        .map(OperationType.Part::valueType)
                        .anyMatch(value -> value == Path.class || value == SecretFile.class);
    }

    private static JsonNode read() throws IOException {
        Map<String, Object> yaml = new Yaml().load(Files.readString(FILE));
        return new JsonMapper().valueToTree(yaml);
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.isObject() && node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        if (node.isObject() && node.path("mapping").isObject()) {
            node.path("mapping").forEach(reference -> references.add(reference.asString()));
        }
        node.forEach(child -> collect(child, references));
    }
}
