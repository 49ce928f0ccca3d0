package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.operator.cli.Jinbo;
import jinbo.participant.operation.Derived;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine;

/** Every text and every layout is used: by help, by a result, or by code that contains its key. */
// one object for all: reading the sources takes a moment
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextsInUseTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");
    private static final Pattern OF_A_RESULT = Pattern.compile("(result|word|phrase)\\..*");
    private static final Pattern OF_THE_PAGE = Pattern.compile("fg_.*|need-a-person|numbers-of-things");
    private static final Set<String> OF_EVERY_RESULT =
            Set.of("begin", "end", "brief", "line", "fields", "order", "block", "remedy");

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9_.]*)");

    private final List<Class<?>> records = ProgramClasses.ALL.stream()
            .filter(JavaClass::isRecord)
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    private final Map<String, Set<String>> valuesOfRecords = valuesOfRecords();
    private final Set<String> literals = literals();
    private final Set<String> named = named();

    @Test
    void everyTextIsUsed() {
        Set<String> read = readForHelp();
        assertThat(Texts.in(Language.EN).bundle().keySet())
                .filteredOn(key -> !read.contains(key))
                .filteredOn(key -> !isOfRecord(key) && !isTitle(key) && !isNamed(key))
                .isEmpty();
    }

    @Test
    void everyLayoutIsOfAResult() {
        assertThat(layout().keySet())
                .filteredOn(key -> !OF_THE_PAGE.matcher(key).matches())
                .filteredOn(key -> !hasValue(key))
                .isEmpty();
    }

    /** An unknown name would be replaced by a hyphen. */
    @Test
    void everyPlaceholderNamesAValue() {
        ResourceBundle texts = Texts.in(Language.EN).bundle();
        assertThat(Stream.concat(
                                texts.keySet().stream()
                                        .filter(key -> OF_A_RESULT.matcher(key).matches())
                                        .map(key ->
                                                Map.entry(key.substring(key.indexOf('.') + 1), texts.getString(key))),
                                layout().keySet().stream().map(key -> Map.entry(key, layout().getString(key))))
                        .filter(text -> NAME.matcher(text.getValue()).find()))
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(
                                NAME.matcher(text.getValue()).results().map(name -> name.group(1)))
                        .as(text.getKey())
                        .allSatisfy(name -> assertThat(namesFor(text.getKey())).contains(name)));
    }

    /** The names of the record, of nested records, and of those in the list that the text is about. */
    private Set<String> namesFor(String key) {
        String[] steps = key.split("\\.");
        Set<String> names = new HashSet<>(Set.of("size", "value"));
        recordsOf(steps[0]).forEach(type -> {
            names.addAll(namesOf(type));
            values(type)
                    .filter(method -> steps.length > 1
                            && ResultValue.kebab(method.getName()).equals(steps[1]))
                    .flatMap(method -> typesIn(method.getGenericReturnType()))
                    .forEach(row -> names.addAll(namesOf(row)));
        });
        return names;
    }

    private static Set<String> namesOf(Class<?> type) {
        Set<String> names = new HashSet<>();
        values(type).forEach(method -> {
            String name = ResultValue.snake(method.getName());
            names.add(name);
            typesIn(method.getGenericReturnType())
                    .flatMap(TextsInUseTest::values)
                    .forEach(part -> names.add(name + "." + ResultValue.snake(part.getName())));
        });
        return names;
    }

    private static Stream<Class<?>> typesIn(Type type) {
        Stream<Type> all = type instanceof ParameterizedType several
                ? Arrays.stream(several.getActualTypeArguments())
                : Stream.of(type);
        return all.filter(any -> any instanceof Class<?> record && record.isRecord())
                .map(any -> (Class<?>) any);
    }

    private Stream<Class<?>> recordsOf(String key) {
        return records.stream().filter(type -> ResultValue.key(type).equals(key));
    }

    /** {@code result.held-list.held.none}, if there is a record {@code HeldList} with {@code held}. */
    private boolean isOfRecord(String key) {
        return OF_A_RESULT.matcher(key).matches() && hasValue(key.substring(key.indexOf('.') + 1));
    }

    private boolean hasValue(String key) {
        String[] steps = key.split("\\.");
        String rest = key.substring(key.indexOf('.') + 1);
        return steps.length > 1
                && valuesOfRecords.containsKey(steps[0])
                && (OF_EVERY_RESULT.contains(steps[1])
                        || valuesOfRecords.get(steps[0]).contains(steps[1])
                        || literals.contains(rest)
                        || named.contains(rest));
    }

    private boolean isTitle(String key) {
        return key.startsWith("field.") && named.contains(key.substring("field.".length()));
    }

    /** In full, or its beginning and end: {@code "allowed." + label}, {@code "sanction-" + state}. */
    private boolean isNamed(String key) {
        return literals.contains(key)
                || literals.stream()
                        .filter(literal -> literal.endsWith(".") && key.startsWith(literal))
                        .map(literal -> key.substring(literal.length()))
                        .anyMatch(end -> named.contains(end)
                                || IntStream.range(1, end.length())
                                        .anyMatch(i -> literals.contains(end.substring(0, i))
                                                && named.contains(end.substring(i))));
    }

    /** The keys that picocli reads for any help. */
    private static Set<String> readForHelp() {
        Set<String> read = new HashSet<>();
        ResourceBundle texts = Texts.in(Language.EN).bundle();
        CommandLine commands = Jinbo.commandLine(Locale.ROOT).setResourceBundle(new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                read.add(key);
                return texts.getString(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(texts.keySet());
            }
        });
        usage(commands);
        return read;
    }

    private static void usage(CommandLine command) {
        command.getUsageMessage();
        command.getSubcommands().values().forEach(TextsInUseTest::usage);
    }

    private Map<String, Set<String>> valuesOfRecords() {
        Map<String, Set<String>> values = new TreeMap<>();
        records.forEach(type -> values.computeIfAbsent(ResultValue.key(type), any -> new TreeSet<>())
                .addAll(values(type)
                        .map(method -> ResultValue.kebab(method.getName()))
                        .toList()));
        layout().keySet().stream()
                .filter(key -> values.containsKey(key.split("\\.")[0]))
                .forEach(key -> values.get(key.split("\\.")[0]).addAll(titles(key)));
        return values;
    }

    private static Stream<Method> values(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor),
                Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Derived.class)));
    }

    private static ResourceBundle layout() {
        return ResourceBundle.getBundle("jinbo.operator.answer.layout", Locale.ROOT);
    }

    /** The names under which the layout shows values. */
    private static Set<String> titles(String key) {
        return Stream.of(layout().getString(key).split(" "))
                .map(name -> name.replaceFirst(".*[.:]", ""))
                .map(ResultValue::kebab)
                .collect(Collectors.toSet());
    }

    /** The names of the layout, records, code and constants. */
    private Set<String> named() {
        Set<String> names = new HashSet<>();
        layout().keySet().forEach(key -> titles(key).forEach(title -> names.add(title.replace('-', '_'))));
        valuesOfRecords.values().forEach(values -> values.forEach(value -> names.add(value.replace('-', '_'))));
        literals.forEach(literal -> names.addAll(List.of(literal.split(" "))));
        ProgramClasses.ALL.stream()
                .filter(JavaClass::isEnum)
                .forEach(type -> Arrays.stream(type.reflect().getEnumConstants())
                        .forEach(constant -> names.add(((Enum<?>) constant).name())));
        labels(Jinbo.commandLine(Locale.ROOT)).forEach(names::add);
        return names;
    }

    private static Stream<String> labels(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().args().stream().map(CommandLine.Model.ArgSpec::paramLabel),
                command.getSubcommands().values().stream().flatMap(TextsInUseTest::labels));
    }

    private static Set<String> literals() {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/jinbo"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> LITERAL.matcher(read(file)).results())
                    .map(literal -> literal.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
