package jinbo.operator.answer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.FindingCode;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.AlertMessages;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.staff.Request;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Writes any result record to a page: single values as fields, lists as tables. The values are the components, followed
 * by the {@link jinbo.participant.operation.Derived} methods. {@code layout.properties} has these keys for a record
 * {@code HeldList}:
 * <ul>
 *   <li>{@code held-list.line}: one or more lines that are the same in every language
 *   <li>{@code held-list.fields}: the single values that are shown, in this order; default: all
 *   <li>{@code held-list.order}: what follows the fields, in this order; default: everything, but nested records only
 *       if their values are not among the fields
 *   <li>{@code held-list.LIST.columns}: the columns of the table of that list; if it is empty, or missing and the
 *       elements have lists, each element is shown separately
 *   <li>{@code held-list.LIST.line}: a line for each element of the list, instead of a table
 *   <li>{@code held-list.block}: a text of several lines that is shown as it is if nothing else was
 * </ul>
 * <p>For all records, {@code numbers-of-things} names the numbers that identify something instead of counting, and
 * {@code need-a-person} the lists with yellow titles. {@code name:other} shows a value under another name, {@code
 * name?} omits it if it is empty, and {@code name.part} is a value of a nested record. The bundles of the languages
 * have these keys:
 * <ul>
 *   <li>{@code result.held-list.begin} and {@code .end}: sentences before and after; the last one is omitted if all
 *       lists are empty
 *   <li>{@code result.held-list.LIST.title}: the sentence above the list, with its {@code size}; and {@code .none}: the
 *       sentence for an empty list
 *   <li>{@code result.held-list.VALUE.CODE}: the sentence for a single value with that code; otherwise {@code .some}
 *       for a present value and {@code .none} for a missing one
 *   <li>{@code result.held-list.COMMENT}: the sentence of a {@link CommentedResult}
 *   <li>{@code result.held-list.brief}: the record in the place of a single value
 *   <li>{@code word.held-list.VALUE.CODE}: the value in fields, tables and sentences if it, or a constant beside it,
 *       has that code
 *   <li>{@code word.held-list.remedy.CODE}: what to do about a {@code code}, below its line
 *   <li>{@code phrase.held-list.VALUE.CODE}, {@code .some} and {@code .none}: parts of a sentence that together
 *       represent the record as a value of another one
 * </ul>
 * <p>Lines and sentences refer to the record's values, {@code {received_at}}, and to those of nested records, {@code
 * {key.fingerprint}}. The {@code word} of a record with {@code facts} refers to these by number, {@code {0}}. Texts of
 * several lines come below the other fields. Fingerprints are shown in groups, for comparison, but in tables as they
 * are typed.
 */
public final class ResultRenderer {

    private final Page page;
    private final Texts texts;
    private final ValueTexts values;
    private boolean begun;
    private boolean gap;
    private boolean belowFields;

    public ResultRenderer(Page page) {
        this.page = page;
        this.texts = page.texts();
        this.values = new ValueTexts(texts);
    }

    public void render(Object result) {
        if (RequestSheet.sheetIfStored(result) instanceof RequestSheet request) {
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

    public String value(Record of, String name) {
        return values.text(ResultValue.at(name, ResultValue.allOf(of)));
    }

    public String value(Record whole) {
        return values.text(whole);
    }

    private void render(Record result) {
        String key = ResultValue.key(result.getClass());
        List<ResultValue> all = ResultValue.allOf(result);
        Map<String, Object> arguments = values.arguments(all);
        if (ResultLayout.has(key + ".line")) {
            lines(key, arguments);
        }
        say(key + ".begin", arguments);
        fields(key, all);
        for (ResultValue value : ResultLayout.select(key + ".order", all)) {
            Optional<Record> part = values.part(value);
            if (part.isPresent()) {
                if (ResultLayout.has(key + ".order") || !ResultLayout.has(key + ".fields")) {
                    gap();
                    render(part.get());
                }
            } else if (values.isList(value)) {
                list(key + "." + ResultValue.kebab(value.name()), value);
            } else {
                values.sentence("result." + key + "." + ResultValue.kebab(value.title()), value)
                        .ifPresent(sentence -> print(texts.of(sentence, arguments)));
            }
        }
        List<ResultValue> lists = all.stream().filter(values::isList).toList();
        boolean empty = !lists.isEmpty() && lists.stream().allMatch(ResultValue::isEmpty);
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
        if (!begun && ResultLayout.has(key + ".block")) {
            ResultLayout.select(key + ".block", all).forEach(value -> page.block((String) value.value()));
        }
    }

    private void fields(String key, List<ResultValue> all) {
        List<ResultValue> shown = ResultLayout.has(key + ".fields")
                ? ResultLayout.select(key + ".fields", all)
                : all.stream().filter(values::isSingle).toList();
        List<ResultValue> longTexts = shown.stream()
                .filter(value -> values.toGroupedString(value).contains("\n"))
                .toList();
        String[] pairs = shown.stream()
                .filter(value -> !longTexts.contains(value))
                .flatMap(value -> Stream.of(ResultValue.snake(value.title()), values.toGroupedString(value)))
                .toArray(String[]::new);
        if (pairs.length > 0 && !shown.stream().allMatch(ResultValue::isMissing)) {
            separate();
            page.fields(pairs);
            belowFields = true;
        }
        longTexts.forEach(text -> {
            gap();
            values.toGroupedString(text).lines().forEach(this::print);
        });
    }

    private void list(String key, ResultValue list) {
        List<?> rows = list.value() instanceof Map<?, ?> map
                ? List.copyOf(map.entrySet())
                : List.copyOf((Collection<?>) list.value());
        if (rows.isEmpty()) {
            say(key + ".none", Map.of());
            return;
        }
        if (has(key + ".title")) {
            gap();
            separate();
            page.print(
                    texts.of("result." + key + ".title", Map.of("size", rows.size())),
                    ResultLayout.needsPerson(list) ? Style.fg_yellow : Style.bold);
        } else if (belowFields) {
            gap();
        }
        if (ResultLayout.has(key + ".line")) {
            rows.forEach(row -> line(key, row));
        } else if (rows.get(0) instanceof Alert) {
            AlertMessages sentences = AlertMessages.in(texts.language().locale());
            rows.forEach(row -> print("  " + sentences.of((Alert) row)));
        } else if (list.value() instanceof Map) {
            table("code count meaning", rows, row -> entry((Map.Entry<?, ?>) row));
        } else {
            records(
                    ResultLayout.has(key + ".columns") ? ResultLayout.get(key + ".columns") : columns(rows.get(0)),
                    rows);
        }
    }

    private void records(String columns, List<?> rows) {
        if (columns.isEmpty()) {
            rows.forEach(row -> {
                gap();
                render((Record) row);
            });
        } else {
            String titles =
                    Arrays.stream(columns.split(" ")).map(ResultLayout::title).collect(Collectors.joining(" "));
            table(
                    titles,
                    rows,
                    row -> ResultLayout.named(columns, ResultValue.allOf((Record) row)).stream()
                            .map(values::text)
                            .toList());
        }
    }

    private String columns(Object row) {
        List<ResultValue> all = ResultValue.allOf((Record) row);
        return all.stream().anyMatch(values::isList)
                ? ""
                : all.stream().map(value -> ResultValue.snake(value.name())).collect(Collectors.joining(" "));
    }

    private void line(String key, Object row) {
        if (row instanceof Record record) {
            List<ResultValue> all = ResultValue.allOf(record);
            lines(key, values.arguments(all));
            values.remedy(all).ifPresent(remedy -> print("       " + remedy));
        } else {
            lines(key, Map.of("value", values.text(row)));
        }
    }

    /** Splits the layout into lines, not the values. */
    private void lines(String key, Map<String, ?> arguments) {
        ResultLayout.get(key + ".line").lines().forEach(line -> print(Texts.format(line, arguments)));
    }

    private List<String> entry(Map.Entry<?, ?> entry) {
        String meaning = entry.getKey() instanceof FindingCode code
                ? code.message(texts.language().ofMessages())
                : Page.NOTHING;
        return List.of(values.text(entry.getKey()), values.text(entry.getValue()), meaning);
    }

    private void table(String titles, List<?> rows, Function<Object, List<String>> cells) {
        separate();
        page.table(titles, List.<Object>copyOf(rows), cells);
        gap();
    }

    private void say(String key, Map<String, ?> arguments) {
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

    /** Inserts a blank line before the next output, if more output follows. */
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

    static final class RequestPage {

        private RequestPage() {}

        static void render(RequestSheet request, Page page) {
            String id = Long.toString(request.request());
            page.fields(
                    "request",
                    id,
                    "command",
                    request.command(),
                    "reason",
                    Page.orNothing(request.reason()),
                    "requested_by",
                    request.requestedBy().value(),
                    "requested_at",
                    Page.time(request.requestedAt()),
                    "expires_at",
                    Page.time(request.expiresAt()),
                    "state",
                    request.state().name());
            for (Request.StoredFile file : request.files()) {
                page.say("request.file", file.name(), file.size(), file.sha256());
            }
            request.decidedBy()
                    .ifPresent(person -> page.fields(
                            "decided_by",
                            person.value(),
                            "decided_at",
                            Page.orNothing(request.decidedAt()),
                            "reason",
                            Page.orNothing(request.decisionReason()),
                            "outcome",
                            new ValueTexts(page.texts()).text(request.detail())));
            page.blank();
            request.would().ifPresent(outline -> page.print(page.texts().of(outline)));
            boolean outdated =
                    request.state() == Request.State.OPEN && request.would().isEmpty();
            page.say("request." + (outdated ? "OUTDATED" : request.state()), id);
        }
    }

    /** Reads {@code layout.properties}; {@link ResultRenderer} explains its keys. */
    static final class ResultLayout {

        private static final ResourceBundle LAYOUT =
                ResourceBundle.getBundle("jinbo.operator.answer.layout", Locale.ROOT);
        private static final List<String> NUMBERS_OF_THINGS = words("numbers-of-things");
        private static final List<String> NEED_A_PERSON = words("need-a-person");

        private ResultLayout() {}

        static boolean has(String key) {
            return LAYOUT.containsKey(key);
        }

        static String get(String key) {
            return LAYOUT.getString(key);
        }

        static List<String> words(String key) {
            return List.of(get(key).split(" "));
        }

        /** True if the number identifies something instead of counting. */
        static boolean isNumberOfThing(ResultValue value) {
            return NUMBERS_OF_THINGS.contains(ResultValue.snake(value.name()));
        }

        static boolean needsPerson(ResultValue list) {
            return NEED_A_PERSON.contains(ResultValue.snake(list.name()));
        }

        /** The values that a key of the layout names; all values if the key is missing. */
        static List<ResultValue> select(String key, List<ResultValue> values) {
            return has(key) ? named(get(key), values) : values;
        }

        /** @param names {@code name}, {@code name.part}, {@code name?}, {@code name:title}, separated by blanks */
        static List<ResultValue> named(String names, List<ResultValue> values) {
            return Arrays.stream(names.split(" "))
                    .filter(name -> !name.isEmpty())
                    .flatMap(name -> Stream.of(ResultValue.at(name.replaceFirst("[?:].*", ""), values))
                            .filter(value -> !name.contains("?") || !value.isEmpty())
                            .map(value -> value.withTitle(title(name))))
                    .toList();
        }

        /** The name to show: {@code part} of {@code name.part}, {@code title} of {@code name:title}. */
        static String title(String name) {
            return name.replaceFirst(".*[.:]", "").replace("?", "");
        }
    }
}
