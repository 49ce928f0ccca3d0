package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.operator.alert.Alert;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultRendererTest {

    private static final Set<Class<?>> OF_THEIR_OWN_FORM = Set.of(CarriedOut.class, RequestSheet.class);

    private static final ResourceBundle LAYOUT = ResourceBundle.getBundle("jinbo.operator.answer.layout", Locale.ROOT);

    private static final ValueTexts TEXTS = new ValueTexts(Texts.in(Language.EN));

    record Told(
            String name,
            boolean compromised,
            Optional<String> reason,
            SortedSet<Integer> yearsAdded,
            int segments,
            Part drop,
            List<Part> insurers) {}

    record Part(InsurerCode code, boolean overdue) {}

    record Listed(List<Part> insurers) {}

    record ThingsToDo(List<Alert> problems) {}

    /** Has the name of a record with such sentences. */
    record UnitSheet(
            InsurerCode insurer,
            String code,
            String name,
            String kind,
            Optional<String> confidentialitySince,
            boolean bound,
            String addedAt,
            Optional<String> closedAt)
            implements CommentedResult {

        UnitSheet(String code, boolean bound) {
            this(new InsurerCode("YUNHE"), code, "A name", "BANK", Optional.empty(), bound, "-", Optional.empty());
        }

        @Override
        public Optional<String> comment() {
            return Optional.of("not-bound").filter(any -> !bound);
        }
    }

    @Test
    void tellsValuesByNameAndListsAsTables() {
        Part part = new Part(new InsurerCode("YUNHE"), true);

        String told = told(new Told(
                "A name", false, Optional.empty(), new TreeSet<>(List.of(2026, 2027)), 12345, part, List.of(part)));

        assertThat(told).isEqualTo("""
            Name         A name
            Compromised  no
            Reason       -
            Years added  2026, 2027
            Segments     12,345

            Code          YUNHE
            Overdue list  yes

            Code   Overdue list
            YUNHE  yes
            """);
    }

    @Test
    void aResultThatIsATableBeginsWithIt() {
        assertThat(told(new Listed(List.of(new Part(new InsurerCode("YUNHE"), false)))))
                .startsWith("Code ");
    }

    @Test
    void tellsAlertsBySentences() {
        Alert alert = new Alert(
                Alert.Code.SUSPENDED, Optional.of(new InsurerCode("YUNHE")), Optional.empty(), Optional.empty());

        assertThat(told(new ThingsToDo(List.of(alert)))).startsWith("  ").contains("insurer resume YUNHE");
        assertThat(told(new ThingsToDo(List.of()))).isEmpty();
    }

    @Test
    void aCommentIsSaidAtTheEnd() {
        assertThat(told(new UnitSheet("WEST", false)))
                .endsWith("\n\nNo confidentiality agreement is recorded, so the unit must not receive the list. After"
                        + " the agreement has been signed, record its first day (DATE): unit agree YUNHE WEST"
                        + " --confidentiality DATE\n");
        assertThat(told(new UnitSheet("WEST", true))).doesNotContain("No confidentiality agreement");
    }

    private static String told(Object result) {
        StringWriter out = new StringWriter();
        new ResultRenderer(new Page(Texts.in(Language.EN), new PrintWriter(out))).render(result);
        return out.toString();
    }

    /** Otherwise a missing name only shows when somebody views that result. */
    @ParameterizedTest
    @MethodSource("resultsToldByName")
    void everyValueOfAResultHasItsName(Class<?> result) {
        assertThat(names(result))
                .allSatisfy(name -> assertThat(Texts.in(Language.EN).has("field." + name))
                        .as(name)
                        .isTrue());
    }

    static Stream<Class<?>> resultsToldByName() {
        return ProgramClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(OperationHandlers.class))
                .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Handles.class))
                .<Class<?>>map(method -> method.getReturnType())
                .filter(type -> type.isRecord() && !OF_THEIR_OWN_FORM.contains(type))
                .distinct();
    }

    private static List<String> names(Class<?> result) {
        String key = ResultValue.kebab(result.getSimpleName());
        Stream<String> fields = laidOut(key + ".fields")
                .orElseGet(() -> components(result)
                        .filter(part -> elements(part).isEmpty() && part(part).isEmpty() && part.getType() != Map.class)
                        .map(part -> ResultValue.snake(part.getName())));
        Stream<String> parts = components(result)
                .flatMap(component -> part(component).stream())
                .filter(any -> !LAYOUT.containsKey(key + ".fields"))
                .flatMap(part -> names(part).stream());
        Stream<String> columns = components(result)
                .filter(list -> laidOut(key + ".order")
                        .orElseGet(() -> Stream.of(ResultValue.snake(list.getName())))
                        .anyMatch(ResultValue.snake(list.getName())::equals))
                .flatMap(list -> elements(list).stream()
                        .flatMap(row -> columns(key + "." + ResultValue.kebab(list.getName()), row)));
        return Stream.of(fields, parts, columns).flatMap(names -> names).toList();
    }

    private static Stream<String> columns(String key, Class<?> row) {
        if (row == Alert.class || LAYOUT.containsKey(key + ".line")) {
            return Stream.empty();
        }
        return laidOut(key + ".columns")
                .orElseGet(() -> components(row).anyMatch(list -> elements(list).isPresent())
                        ? names(row).stream()
                        : components(row).map(part -> ResultValue.snake(part.getName())));
    }

    private static Optional<Class<?>> part(RecordComponent component) {
        Type type = component.getType() == Optional.class
                ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        return type instanceof Class<?> part && isTold(part) ? Optional.of(part) : Optional.empty();
    }

    private static Optional<Stream<String>> laidOut(String key) {
        return LAYOUT.containsKey(key)
                ? Optional.of(Arrays.stream(LAYOUT.getString(key).split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(name -> name.replaceFirst(".*[.:]", "").replace("?", "")))
                : Optional.empty();
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static boolean isTold(Class<?> type) {
        return type.isRecord() && !TEXTS.isSimple(type);
    }

    private static Optional<Class<?>> elements(RecordComponent list) {
        if (!Collection.class.isAssignableFrom(list.getType())) {
            return Optional.empty();
        }
        Type element = ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
        return Optional.<Class<?>>of((Class<?>) element).filter(ResultRendererTest::isTold);
    }
}
