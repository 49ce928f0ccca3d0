package jinbo.operator.answer;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyFault;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.AlertMessages;
import jinbo.operator.request.CarriedOut;
import jinbo.operator.request.RequestSheet;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.platform.error.ErrorMessage;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Tells any result, a record, on a page: its single values as names with values, its lists as tables. Its values are its components,
 * and after them what its methods with {@link Derived} give, in the order of their names. For a record {@code HeldList} there may be in
 * {@code layout.properties}
 *
 * <ul>
 *   <li>{@code held-list.line}: a line or several that are the same in every language, with the record's values as arguments
 *   <li>{@code held-list.fields}: which of its single values are shown, in this order; all, where it is missing; none, where there is
 *       none of them
 *   <li>{@code held-list.order}: what is told after those, in this order; where it is missing, all, but records in it only if their
 *       values are not among the fields
 *   <li>{@code held-list.LIST.columns}: the columns of the table of that list; where it is empty, or missing and things have lists
 *       themselves, each of the list is told by itself
 *   <li>{@code held-list.LIST.line}: a line for each of the list, with its values as arguments, in the place of a table
 *   <li>{@code held-list.block}: the text of several lines that is shown as it is where nothing else was told
 * </ul>
 *
 * <p>and, for all records, {@code numbers-of-things}, the values that are numbers by which things go, and not counts, and {@code
 * need-a-person}, the lists whose titles are yellow. A value {@code name:other} goes under another name, {@code name?} is left out
 * where it is empty, and {@code name.part} is a value in a value. In the bundle of each language there may be
 *
 * <ul>
 *   <li>{@code result.held-list.begin} and {@code .end}: sentences before and after, with the record's values as arguments, in their
 *       order; the one after is left out where all lists are empty
 *   <li>{@code result.held-list.LIST.title}: the sentence above the list, with its size; and {@code .none}: what is said where it is
 *       empty
 *   <li>{@code result.held-list.VALUE.WORD}: the sentence that is said where a single value is that word; or, for any other, {@code
 *       .some} where there is something and {@code .none} where there is nothing
 *   <li>{@code result.held-list.COMMENT}: the sentence that a {@link CommentedResult} result asks for, with the record's values as arguments
 *   <li>{@code result.held-list.brief}: how the record is shown in the place of a single value
 *   <li>{@code word.held-list.VALUE.WORD}: how a value is shown in fields, tables and sentences where it, or a constant beside it, is
 *       that word; with the record's {@code facts} as arguments if it has such, else with its values
 *   <li>{@code word.held-list.remedy.CODE}: what to do about a {@code code}, below its line
 *   <li>{@code phrase.held-list.VALUE.WORD}, {@code .some} and {@code .none}: parts of a sentence that, one after the other, are how the
 *       whole record is shown where it is a value of another one
 * </ul>
 *
 * After a record's values come, as arguments, those of the records in it. A text of several lines stands below the other fields.
 * Fingerprints are shown in groups, as people compare them; in tables as they are typed.
 */
public final class ResultRenderer {

    private static final ResourceBundle LAYOUT = ResourceBundle.getBundle("jinbo.operator.answer.layout", Locale.ROOT);

    private static final List<String> NUMBERS_OF_THINGS =
            List.of(LAYOUT.getString("numbers-of-things").split(" "));

    private static final List<String> NEED_A_PERSON =
            List.of(LAYOUT.getString("need-a-person").split(" "));

    private final Page page;
    private final Texts texts;
    private final Map<Class<?>, Boolean> words = new HashMap<>();
    private boolean begun;
    private boolean gap;
    private boolean belowFields;

    public ResultRenderer(Page page) {
        this.page = page;
        this.texts = page.texts();
    }

    /** A request has a page of its own. */
    public void render(Object result) {
        if (RequestSheet.ifStored(result) instanceof RequestSheet request) {
            RequestPage.render(request, page);
        } else if (result instanceof CarriedOut done) {
            page.say(
                    "request.carried-out",
                    Long.toString(done.request()),
                    done.requestedBy(),
                    done.confirmedBy(),
                    done.command());
            page.blank();
            render(done.answer());
        } else {
            render((Record) result);
        }
    }

    private void render(Record result) {
        String key = key(result.getClass());
        List<Value> values = valuesOf(result);
        Object[] arguments = arguments(values);
        if (LAYOUT.containsKey(key + ".line")) {
            printLines(key, arguments);
        }
        say(key + ".begin", arguments);
        fields(key, values);
        for (Value value : selected(key + ".order", values)) {
            String under = key + "." + kebab(value.title());
            Optional<Record> part = part(value);
            if (part.isPresent()) {
                if (LAYOUT.containsKey(key + ".order") || !LAYOUT.containsKey(key + ".fields")) {
                    gap();
                    render(part.get());
                }
            } else if (isList(value)) {
                list(key + "." + kebab(value.name()), value);
            } else {
                sentence("result." + under, value).ifPresent(sentence -> print(texts.of(sentence, arguments)));
            }
        }
        boolean empty = values.stream().anyMatch(this::isList)
                && values.stream().filter(this::isList).allMatch(Value::isEmpty);
        if (!empty && has(key + ".end")) {
            gap();
            say(key + ".end", arguments);
        }
        if (result instanceof CommentedResult commented) {
            commented.comment().ifPresent(comment -> {
                gap();
                say(key + "." + comment, arguments);
            });
        }
        if (!begun && LAYOUT.containsKey(key + ".block")) {
            named(LAYOUT.getString(key + ".block"), values).forEach(value -> page.block((String) value.value()));
        }
    }

    /** The record that a value is, if that has values to be told one by one. */
    private Optional<Record> part(Value value) {
        return value.plain() instanceof Record part && !isOneWord(part.getClass())
                ? Optional.of(part)
                : Optional.empty();
    }

    private boolean isPart(Value value) {
        return part(value).isPresent()
                || value.value() instanceof Optional<?>
                        && value.elementType().isRecord()
                        && !isOneWord(value.elementType());
    }

    /** @param title under which it goes */
    private record Value(Record owner, String name, String title, Type type, Object value) {

        Value under(String other) {
            return new Value(owner, name, other, type, value);
        }

        String of() {
            return key(owner.getClass());
        }

        /** What is in it, if it may be missing; then null. */
        private Object plain() {
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        }

        /** Whether it is none: no thing, no things, or no such count. */
        boolean isEmpty() {
            Object thing = plain();
            return thing == null
                    || thing instanceof Map<?, ?> map && map.isEmpty()
                    || thing instanceof Collection<?> several && several.isEmpty()
                    || thing instanceof Number number && number.longValue() == 0;
        }

        boolean isMissing() {
            return isEmpty() && !(value instanceof Number);
        }

        String word() {
            return String.valueOf(
                    value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value);
        }

        private Class<?> elementType() {
            return ((ParameterizedType) type).getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : Object.class;
        }
    }

    private static List<Value> valuesOf(Record result) {
        Class<?> type = result.getClass();
        return Stream.concat(
                        Arrays.stream(type.getRecordComponents()).map(component -> component.getAccessor()),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(Derived.class))
                                .sorted(Comparator.comparing(Method::getName)))
                .map(method -> new Value(
                        result,
                        method.getName(),
                        method.getName(),
                        method.getGenericReturnType(),
                        read(result, method)))
                .toList();
    }

    private static Object read(Object result, Method method) {
        try {
            method.setAccessible(true);
            return method.invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " cannot be read", e);
        }
    }

    /** A list that is told one by one, in a table or otherwise. */
    private boolean isList(Value value) {
        return value.value() instanceof Map
                || value.value() instanceof Collection<?>
                        && (LAYOUT.containsKey(value.of() + "." + kebab(value.name()) + ".line")
                                || value.elementType().isRecord() && !isOneWord(value.elementType()));
    }

    private boolean isSingle(Value value) {
        return !isList(value) && !isPart(value);
    }

    private Object[] arguments(List<Value> values) {
        Stream<Value> ofParts =
                values.stream().flatMap(value -> part(value).stream()).flatMap(part -> valuesOf(part).stream());
        return Stream.concat(values.stream(), ofParts).map(this::argument).toArray();
    }

    /** Counts as they are, so that a sentence may say how they are written. */
    private Object argument(Value value) {
        return value.plain() instanceof Long count ? count : inGroups(value);
    }

    private String inGroups(Value value) {
        return value.plain() instanceof Fingerprint fingerprint ? fingerprint.inGroups() : shown(value);
    }

    private void fields(String key, List<Value> values) {
        List<Value> shown = LAYOUT.containsKey(key + ".fields")
                ? selected(key + ".fields", values)
                : values.stream().filter(this::isSingle).toList();
        List<Value> longTexts =
                shown.stream().filter(value -> inGroups(value).contains("\n")).toList();
        String[] pairs = shown.stream()
                .filter(value -> !longTexts.contains(value))
                .flatMap(value -> Stream.of(snake(value.title()), inGroups(value)))
                .toArray(String[]::new);
        if (pairs.length > 0 && !shown.stream().allMatch(Value::isMissing)) {
            separate();
            page.fields(pairs);
            belowFields = true;
        }
        longTexts.forEach(text -> {
            gap();
            inGroups(text).lines().forEach(this::print);
        });
    }

    /** What the layout names, or all. */
    private static List<Value> selected(String key, List<Value> values) {
        return LAYOUT.containsKey(key) ? named(LAYOUT.getString(key), values) : values;
    }

    private static List<Value> named(String names, List<Value> values) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> name.split(":"))
                .flatMap(name -> Stream.of(name[0].replace("?", ""))
                        .map(way -> at(way, values))
                        .filter(value -> !name[0].endsWith("?") || !value.isEmpty())
                        .map(value -> value.under(
                                name[name.length - 1].replaceFirst(".*\\.", "").replace("?", ""))))
                .toList();
    }

    private static Value at(String way, List<Value> values) {
        String[] steps = way.split("\\.");
        Value value = values.stream()
                .filter(first -> snake(first.name()).equals(steps[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No value is named " + way));
        for (String step : Arrays.copyOfRange(steps, 1, steps.length)) {
            value = in(value, step);
        }
        return value;
    }

    private static Value in(Value whole, String step) {
        Object thing = whole.plain();
        if (thing == null) {
            return new Value(whole.owner(), step, step, Optional.class, Optional.empty());
        }
        if (thing instanceof Map<?, ?> map) {
            return new Value(whole.owner(), step, step, Object.class, map.get(step));
        }
        Method method = Arrays.stream(thing.getClass().getMethods())
                .filter(any ->
                        any.getParameterCount() == 0 && snake(any.getName()).equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(thing.getClass() + " has no " + step));
        return new Value(
                thing instanceof Record part ? part : whole.owner(),
                method.getName(),
                method.getName(),
                method.getGenericReturnType(),
                read(thing, method));
    }

    private void list(String key, Value list) {
        List<?> rows = list.value() instanceof Map<?, ?> map
                ? List.copyOf(map.entrySet())
                : List.copyOf((Collection<?>) list.value());
        if (rows.isEmpty()) {
            say(key + ".none");
            return;
        }
        if (has(key + ".title")) {
            gap();
            separate();
            page.print(
                    texts.of("result." + key + ".title", rows.size()),
                    NEED_A_PERSON.contains(snake(list.name())) ? Style.fg_yellow : Style.bold);
        } else if (belowFields) {
            gap();
        }
        if (LAYOUT.containsKey(key + ".line")) {
            rows.forEach(row -> renderLine(key, row));
        } else if (rows.get(0) instanceof Alert) {
            AlertMessages sentences = AlertMessages.in(texts.language().locale());
            rows.forEach(row -> print("  " + sentences.of((Alert) row)));
        } else if (list.value() instanceof Map) {
            table("code count meaning", rows, row -> entry((Map.Entry<?, ?>) row));
        } else {
            String columns =
                    LAYOUT.containsKey(key + ".columns") ? LAYOUT.getString(key + ".columns") : columns(rows.get(0));
            if (columns.isEmpty()) {
                rows.forEach(row -> {
                    gap();
                    render((Record) row);
                });
            } else {
                String titles = Arrays.stream(columns.split(" "))
                        .map(column -> column.replaceFirst(".*[.:]", ""))
                        .collect(Collectors.joining(" "));
                table(
                        titles,
                        rows,
                        row -> named(columns, valuesOf((Record) row)).stream()
                                .map(this::shown)
                                .toList());
            }
        }
    }

    private void renderLine(String key, Object row) {
        if (row instanceof Record record) {
            List<Value> values = valuesOf(record);
            printLines(key, arguments(values));
            values.stream()
                    .filter(value -> value.name().equals("code"))
                    .flatMap(code -> Stream.of("word." + code.of() + ".remedy." + code.word()))
                    .filter(texts::has)
                    .forEach(remedy -> print("       " + texts.of(remedy, facts(values))));
        } else {
            printLines(key, shown(row));
        }
    }

    /** All; none where a thing has lists itself. */
    private String columns(Object row) {
        List<Value> values = valuesOf((Record) row);
        return values.stream().anyMatch(this::isList)
                ? ""
                : values.stream().map(value -> snake(value.name())).collect(Collectors.joining(" "));
    }

    /** Ends lines where the layout does; what is filled in cannot. */
    private void printLines(String key, Object... arguments) {
        LAYOUT.getString(key + ".line")
                .lines()
                .forEach(line -> print(new MessageFormat(line, Locale.ROOT).format(arguments)));
    }

    private List<String> entry(Map.Entry<?, ?> entry) {
        String meaning = entry.getKey() instanceof FindingCode code
                ? code.message(texts.language().ofMessages())
                : Page.NOTHING;
        return List.of(shown(entry.getKey()), shown(entry.getValue()), meaning);
    }

    private void table(String titles, List<?> rows, java.util.function.Function<Object, List<String>> cells) {
        separate();
        page.table(titles, List.<Object>copyOf(rows), cells);
        gap();
    }

    private void say(String key, Object... arguments) {
        if (has(key)) {
            print(texts.of("result." + key, arguments));
        }
    }

    private void print(String line) {
        separate();
        page.print(line);
    }

    private boolean has(String key) {
        return texts.has("result." + key);
    }

    /** Leaves a line blank before what comes, if anything does. */
    private void gap() {
        gap = begun;
        belowFields = false;
    }

    private void separate() {
        if (gap) {
            page.blank();
        }
        gap = false;
        begun = true;
        belowFields = false;
    }

    /** The key of the sentence that a value brings with it. */
    private Optional<String> sentence(String key, Value value) {
        return Stream.of(value.word(), value.isEmpty() ? "none" : "some")
                .map(word -> key + "." + word)
                .filter(texts::has)
                .findFirst();
    }

    /** Whether a record is a code or a name, or has a phrase, and no values to be told one by one. */
    boolean isOneWord(Class<?> type) {
        return words.computeIfAbsent(
                type,
                any -> any == ErrorMessage.class
                        || isPhrase(any)
                        || Arrays.stream(any.getDeclaredMethods())
                                .anyMatch(method -> method.getName().equals("toString")
                                        && method.getParameterCount() == 0
                                        && !Modifier.isFinal(method.getModifiers())));
    }

    private boolean isPhrase(Class<?> type) {
        return texts.bundle().keySet().stream().anyMatch(key -> key.startsWith("phrase." + key(type) + "."));
    }

    private String phrase(Record part) {
        List<Value> values = valuesOf(part);
        Object[] arguments = arguments(values);
        return values.stream()
                .flatMap(value -> sentence("phrase." + value.of() + "." + kebab(value.name()), value).stream())
                .map(key -> texts.of(key, arguments))
                .collect(Collectors.joining());
    }

    private String shown(Value value) {
        return word(value).orElseGet(() -> number(value).orElseGet(() -> shown(value.value())));
    }

    private Optional<String> number(Value value) {
        Object plain = value.plain();
        return plain instanceof Long || plain instanceof Integer
                ? Optional.of(
                        NUMBERS_OF_THINGS.contains(snake(value.name()))
                                ? plain.toString()
                                : Page.count(((Number) plain).longValue()))
                : Optional.empty();
    }

    /** What is said of a value where it, or a constant beside it, is some word. */
    private Optional<String> word(Value value) {
        String key = "word." + value.of() + "." + kebab(value.name()) + ".";
        List<Value> all = valuesOf(value.owner());
        return Stream.concat(
                        Stream.of(value.word()),
                        all.stream()
                                .map(Value::value)
                                .filter(Enum.class::isInstance)
                                .map(constant -> ((Enum<?>) constant).name()))
                .map(word -> key + word)
                .filter(texts::has)
                .findFirst()
                .map(found -> texts.of(found, facts(all)));
    }

    private Object[] facts(List<Value> all) {
        return all.stream()
                .filter(value -> value.name().equals("facts"))
                .findFirst()
                .map(facts -> ((Collection<?>) facts.value()).toArray())
                .orElseGet(() -> all.stream()
                        .map(value -> value.value() instanceof Fingerprint fingerprint
                                ? fingerprint.inGroups()
                                : shown(value.value()))
                        .toArray());
    }

    private String shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::shown).orElse(Page.NOTHING);
        }
        if (value instanceof Map<?, ?> map) {
            return joined(
                    map.entrySet().stream().map(entry -> shown(entry.getKey()) + " " + shown(entry.getValue())), ", ");
        }
        if (value instanceof Collection<?> several) {
            List<String> shown = several.stream().map(this::shown).toList();
            return joined(shown.stream(), shown.stream().anyMatch(one -> one.matches(".*(, |、).*")) ? "; " : ", ");
        }
        if (value instanceof Instant instant) {
            return Page.time(instant);
        }
        if (value instanceof Boolean yes) {
            return page.yesOrNo(yes);
        }
        if (value instanceof KeyFault fault) {
            String words = texts.of("key-fault." + fault.kind(), fault.facts().toArray());
            return fault.ofPrimary() ? texts.of("key-fault.of-primary", words) : words;
        }
        if (value instanceof ErrorMessage message) {
            return message.in(texts.language().locale());
        }
        if (value instanceof VerifiedRule rule) {
            return rule.in(texts.language().locale());
        }
        if (value instanceof Record part && has(key(part.getClass()) + ".brief")) {
            return texts.of("result." + key(part.getClass()) + ".brief", arguments(valuesOf(part)));
        }
        if (value instanceof Record part && isPhrase(part.getClass())) {
            return phrase(part);
        }
        return value instanceof Long number ? Page.count(number) : String.valueOf(value);
    }

    private static String joined(Stream<String> several, String separator) {
        String joined = several.collect(Collectors.joining(separator));
        return joined.isEmpty() ? Page.NOTHING : joined;
    }

    static String key(Class<?> type) {
        return kebab(type.getSimpleName());
    }

    static String kebab(String name) {
        return snake(name).replace('_', '-');
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
