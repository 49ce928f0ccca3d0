package jinbo.operator.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jinbo.operator.answer.JsonAnswers;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.operator.api.Problem;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.operation.Typed;
import jinbo.participant.staff.Duty;
import jinbo.platform.error.ErrorMessage;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;

/** The local interface as OpenAPI 3.1, made from the operations, their handlers and what writes their results. */
final class OpenApiDescription {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> STATUSES = List.of("4XX", "5XX");
    private static final Set<Class<?>> NOT_IN_DOCUMENT = Set.of(OperationNumber.class, Path.class, SecretFile.class);
    private static final Set<Class<?>> SENT_APART = Set.of(OperationNumber.class, HiddenText.class);
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(Object.class, map("description", "The result of the operation: see x-result there")),
            Map.entry(JsonNode.class, map("$ref", SCHEMAS + "Operation")),
            Map.entry(String.class, map("type", "string")),
            Map.entry(Path.class, map("type", "string")),
            Map.entry(URI.class, map("type", "string", "format", "uri")),
            Map.entry(ErrorMessage.class, map("type", "string")),
            Map.entry(Instant.class, map("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, map("type", "string", "format", "date")),
            Map.entry(LocalTime.class, map("type", "string", "format", "time")),
            Map.entry(YearMonth.class, map("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}$")),
            Map.entry(boolean.class, map("type", "boolean")),
            Map.entry(Boolean.class, map("type", "boolean")),
            Map.entry(int.class, map("type", "integer", "format", "int32")),
            Map.entry(Integer.class, map("type", "integer", "format", "int32")),
            Map.entry(long.class, map("type", "integer", "format", "int64")),
            Map.entry(Long.class, map("type", "integer", "format", "int64")),
            Map.entry(double.class, map("type", "number")),
            Map.entry(Double.class, map("type", "number")));

    private final CommandLine commands = Jinbo.commandLine(Texts.in(Language.EN));
    private final Map<Class<?>, Type> results = results();
    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    /** The whole, in the order in which it is written. */
    Map<String, Object> document() {
        List<Object> operations = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (OperationType type : described()) {
            String name = "operation." + type.useCase().name().replace(' ', '.');
            Map<String, Object> answer = schema(JsonAnswers.MAPPER.constructType(results.get(type.type())));
            if (!answers.contains(answer)) {
                answers.add(answer);
            }
            schemas.put(name, operation(type, answer));
            operations.add(ref(name));
            mapping.put(type.useCase().name(), SCHEMAS + name);
        }
        schemas.put(
                "Operation",
                map("oneOf", operations, "discriminator", map("propertyName", "operation", "mapping", mapping)));
        schemas.put("Result", map("description", "Of the operation: see x-result there", "anyOf", answers));
        schemas.put("File", file());
        ref(RequestSheet.class);
        ref(CarriedOut.class);
        ref(Problem.class);
        return map(
                "openapi",
                "3.1.1",
                "info",
                map(
                        "title",
                        "Jinbo, local interface",
                        "version",
                        "1",
                        "description",
                        "What the operators of an installation can ask for, over a Unix domain socket of its machine."
                                + " People prove who they are by SSH signatures over what they ask for or confirm."
                                + " docs/operators/api.md shows how."),
                "servers",
                List.of(map("url", "http://localhost", "description", "api.sock in the home, or jinbo.api.socket")),
                "paths",
                paths(),
                "components",
                map("parameters", parameters(), "responses", responses(), "schemas", schemas));
    }

    /** All that can be handed over. */
    static List<OperationType> described() {
        return OperatorOperations.CATALOG.types().stream()
                .filter(type -> !type.useCase().inProcess())
                .toList();
    }

    private Map<String, Object> paths() {
        return map(
                "/api/v1/operations",
                map(
                        "post",
                        map(
                                "operationId",
                                "carryOut",
                                "summary",
                                "Carries an operation out, or stores it for a second person",
                                "parameters",
                                List.of(parameter("Signature"), parameter("Language"), parameter("Screen")),
                                "requestBody",
                                body(ref("Operation")),
                                "responses",
                                answers(
                                        "Done, or stored for a second person",
                                        map("anyOf", List.of(ref("Result"), ref(RequestSheet.class)))))),
                "/api/v1/requests/{id}/document",
                map(
                        "get",
                        map(
                                "operationId",
                                "document",
                                "summary",
                                "What a second person has to sign to confirm a request, byte by byte",
                                "parameters",
                                List.of(parameter("Request"), parameter("Language"), parameter("Screen")),
                                "responses",
                                answers("As it was signed", ref("Operation")))),
                "/api/v1/requests/{id}/confirmation",
                map(
                        "post",
                        map(
                                "operationId",
                                "confirm",
                                "summary",
                                "Confirms what another person has asked for, and carries it out",
                                "parameters",
                                List.of(
                                        parameter("Request"),
                                        parameter("Person"),
                                        parameter("Confirmation"),
                                        parameter("Language"),
                                        parameter("Screen")),
                                "requestBody",
                                body(ref("Operation")),
                                "responses",
                                answers("Carried out", ref(CarriedOut.class)))));
    }

    private static Map<String, Object> body(Map<String, Object> operation) {
        return map(
                "required",
                true,
                "content",
                map(
                        "application/json",
                        map("schema", operation),
                        "multipart/form-data",
                        map(
                                "schema",
                                map(
                                        "type",
                                        "object",
                                        "description",
                                        "Beside the operation: numbers, hidden texts and files, each as a part with the"
                                                + " name of its value (x-parts of the operation)",
                                        "required",
                                        List.of("operation"),
                                        "properties",
                                        map("operation", new LinkedHashMap<>(operation)),
                                        "additionalProperties",
                                        map("type", List.of("string", "array"))),
                                "encoding",
                                map("operation", map("contentType", "application/json")))));
    }

    private static Map<String, Object> answers(String description, Map<String, Object> schema) {
        Map<String, Object> answers = map(
                "200",
                map(
                        "description",
                        description,
                        "headers",
                        map(
                                "Jinbo-Exit-Status",
                                map(
                                        "description",
                                        "1 where something is left undone, as the exit status of the command",
                                        "schema",
                                        map("type", "string", "enum", List.of("0", "1")))),
                        "content",
                        map(
                                "application/json",
                                map("schema", schema),
                                "text/plain",
                                map("schema", map("type", "string")))));
        STATUSES.forEach(status -> answers.put(status, map("$ref", "#/components/responses/Problem")));
        return answers;
    }

    private static Map<String, Object> parameter(String name) {
        return map("$ref", "#/components/parameters/" + name);
    }

    private static Map<String, Object> parameters() {
        return map(
                "Request",
                parameter("id", "path", true, "Number of the request", map("type", "integer", "format", "int64")),
                "Person",
                parameter("Jinbo-Person", "header", true, "Short name of the person who confirms", string()),
                "Signature",
                parameter(
                        "Jinbo-Signature",
                        "header",
                        false,
                        "base64 -w0 of what ssh-keygen -Y sign -n jinbo-ask writes of the operation; needed wherever"
                                + " x-duty is another than LOOK",
                        string()),
                "Confirmation",
                parameter(
                        "Jinbo-Signature",
                        "header",
                        true,
                        "base64 -w0 of what ssh-keygen -Y sign -n jinbo-confirm writes of the document of the request",
                        string()),
                "Language",
                parameter(
                        "Accept-Language",
                        "header",
                        false,
                        "Of texts and of the detail of problems",
                        map("type", "string", "enum", List.of("en", "zh"))),
                "Screen",
                parameter(
                        "Jinbo-Screen",
                        "header",
                        false,
                        "Where texts are shown in colours",
                        map("type", "string", "enum", List.of("coloured"))));
    }

    private static Map<String, Object> parameter(
            String name, String in, boolean required, String description, Map<String, Object> schema) {
        return map("name", name, "in", in, "required", required, "description", description, "schema", schema);
    }

    private Map<String, Object> responses() {
        return map(
                "Problem",
                map(
                        "description",
                        "Not done: a problem (RFC 9457)",
                        "content",
                        map(
                                "application/problem+json",
                                map("schema", ref(Problem.class)),
                                "text/plain",
                                map("schema", string()))));
    }

    private Map<String, Object> operation(OperationType type, Map<String, Object> answer) {
        CommandSpec command = command(type).getCommandSpec();
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (OperationType.Part part : type.parts()) {
            if (SENT_APART.contains(part.valueType()) || part.valueType() == OperationFile.class) {
                parts.add(part.name());
            }
            if (NOT_IN_DOCUMENT.contains(part.valueType())) {
                continue;
            }
            Map<String, Object> schema = new LinkedHashMap<>();
            if (part.arity() == OperationType.Arity.FLAG) {
                schema.put("type", "boolean");
            } else if (part.arity() == OperationType.Arity.SEVERAL) {
                schema.put("type", "array");
                schema.put("items", value(part.valueType()));
            } else {
                schema.putAll(value(part.valueType()));
            }
            String description = part.isTyped()
                    ? String.join(" ", argument(command, type, part).description())
                    : "";
            if (!description.isBlank()) {
                schema.put("description", description.replace("%%", "%"));
            }
            part.otherwise().ifPresent(text -> schema.put("default", text));
            values.put(part.name(), schema);
            if (part.typed().filter(Typed::required).isPresent()) {
                schema.put("minItems", 1);
                required.add(part.name());
            }
            if (part.arity() == OperationType.Arity.ONE && part.otherwise().isEmpty()) {
                required.add(part.name());
            }
        }
        Map<String, Object> valuesSchema = map("type", "object");
        if (!required.isEmpty()) {
            valuesSchema.put("required", required);
        }
        valuesSchema.put("properties", values);
        valuesSchema.put("additionalProperties", false);
        Duty duty = type.useCase().duty();
        Map<String, Object> schema = map(
                "description",
                String.join(" ", command.usageMessage().description()),
                "type",
                "object",
                "required",
                required.isEmpty() ? List.of("operation", "version") : List.of("operation", "version", "values"),
                "properties",
                map(
                        "operation",
                        map("const", type.useCase().name()),
                        "version",
                        map("const", type.useCase().version()),
                        "exchange",
                        map(
                                "type",
                                "string",
                                "description",
                                "For which exchange it is meant: the name in the verifier key of its access log"),
                        "by",
                        map("type", "string", "description", "Short name of the person who asks"),
                        "at",
                        map("type", "string", "format", "date-time"),
                        "nonce",
                        map("type", "string", "pattern", "^[0-9a-f]{32}$"),
                        "values",
                        valuesSchema),
                "dependentRequired",
                map("by", List.of("exchange", "at", "nonce")),
                "additionalProperties",
                false,
                "x-duty",
                duty.name(),
                "x-roles",
                duty.roles().stream().map(Enum::name).toList(),
                "x-second-person",
                duty.requiresSecondPerson(),
                "x-discloses-numbers",
                duty.disclosesNumbers());
        if (!parts.isEmpty()) {
            schema.put("x-parts", parts);
        }
        schema.put("x-result", answer);
        return schema;
    }

    private CommandLine command(OperationType type) {
        CommandLine command = commands;
        for (String word : type.command()) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }

    private static ArgSpec argument(CommandSpec command, OperationType type, OperationType.Part part) {
        return part.isOperand()
                ? command.positionalParameters().get((int) type.parts().stream()
                        .filter(OperationType.Part::isOperand)
                        .takeWhile(other -> !other.equals(part))
                        .count())
                : command.findOption("--" + part.name());
    }

    /** Values are texts, whatever they mean. */
    private Map<String, Object> value(Class<?> type) {
        if (type == OperationFile.class) {
            return ref("File");
        }
        if (type == HiddenText.class) {
            return map("const", "***");
        }
        if (type == Moment.class) {
            return map("type", "string", "anyOf", List.of(map("format", "date"), map("format", "date-time")));
        }
        if (type.isEnum()) {
            return enumeration(type);
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == Integer.class || boxed == Long.class) {
            return map("type", "string", "pattern", "^[0-9]+$");
        }
        return new LinkedHashMap<>(SIMPLE.getOrDefault(type, string()));
    }

    private static Map<String, Object> file() {
        return map(
                "type",
                "object",
                "required",
                List.of("name", "size", "sha256"),
                "properties",
                map(
                        "name",
                        string(),
                        "size",
                        map("type", "integer", "format", "int64"),
                        "sha256",
                        map("type", "string", "pattern", "^[0-9a-f]{64}$")),
                "additionalProperties",
                false);
    }

    private Map<String, Object> schema(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return map("anyOf", List.of(schema(type.containedType(0)), map("type", "null")));
        }
        if (SIMPLE.containsKey(raw)) {
            return new LinkedHashMap<>(SIMPLE.get(raw));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return map("type", "array", "items", schema(type.containedType(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map("type", "object", "additionalProperties", schema(type.containedType(1)));
        }
        if (raw.isEnum()) {
            return enumeration(raw);
        }
        if (raw.isSealed()) {
            return map(
                    "anyOf",
                    Arrays.stream(raw.getPermittedSubclasses())
                            .map(one -> schema(JsonAnswers.MAPPER.constructType(one)))
                            .toList());
        }
        return properties(type).map(properties -> ref(raw)).orElseGet(OpenApiDescription::string);
    }

    /** Of what is written as an object; empty for what is written as a text. */
    private static Optional<Map<String, JavaType>> properties(JavaType type) {
        Map<String, JavaType> properties = new LinkedHashMap<>();
        boolean[] isText = {false};
        JsonAnswers.MAPPER.acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonStringFormatVisitor expectStringFormat(JavaType text) {
                isText[0] = true;
                return null;
            }

            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType object) {
                return new JsonObjectFormatVisitor.Base(getContext()) {
                    @Override
                    public void property(BeanProperty property) {
                        properties.put(property.getName(), property.getType());
                    }

                    @Override
                    public void optionalProperty(BeanProperty property) {
                        property(property);
                    }
                };
            }
        });
        boolean writtenByUs = properties.isEmpty() && !type.getRawClass().isRecord();
        return isText[0] || writtenByUs ? Optional.empty() : Optional.of(properties);
    }

    private Map<String, Object> ref(Class<?> type) {
        String name = names.get(type);
        if (name == null) {
            String simple = type.getSimpleName();
            name = names.containsValue(simple) && type.getEnclosingClass() != null
                    ? type.getEnclosingClass().getSimpleName() + simple
                    : simple;
            if (names.containsValue(name)) {
                String of = type.getPackageName();
                name = of.substring(of.lastIndexOf('.') + 1) + "." + simple;
            }
            names.put(type, name);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties(JsonAnswers.MAPPER.constructType(type))
                    .orElseThrow(() -> new AssertionError(type))
                    .forEach((property, of) -> properties.put(property, schema(of)));
            schemas.put(
                    name,
                    map("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties));
        }
        return ref(name);
    }

    private static Map<String, Object> ref(String name) {
        return map("$ref", SCHEMAS + name);
    }

    private static Map<String, Object> enumeration(Class<?> type) {
        return map(
                "type",
                "string",
                "enum",
                Arrays.stream(type.getEnumConstants())
                        .map(one -> ((Enum<?>) one).name())
                        .toList());
    }

    private static Map<String, Object> string() {
        return map("type", "string");
    }

    private static Map<Class<?>, Type> results() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(OperationHandlers.class));
        Map<Class<?>, Type> results = new LinkedHashMap<>();
        scan.findCandidateComponents("jinbo").forEach(handlers -> {
            for (Method method : ClassUtils.resolveClassName(handlers.getBeanClassName(), null)
                    .getDeclaredMethods()) {
                if (method.isAnnotationPresent(Handles.class)
                        && Operation.class.isAssignableFrom(method.getParameterTypes()[0])) {
                    results.put(method.getParameterTypes()[0], method.getGenericReturnType());
                }
            }
        });
        return results;
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
