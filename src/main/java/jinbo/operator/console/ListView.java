package jinbo.operator.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.operator.console.PageFormat.RelativeTime;

/** A page of a list, for the template {@code list.html} and for CSV; {@code key} is the prefix of its messages. */
public record ListView(
        ListQuery query,
        String key,
        List<Filter> filters,
        List<Column> columns,
        List<Row> rows,
        boolean choosable,
        boolean more) {

    public record Column(String label, boolean sortable, boolean number) {}

    public record Row(String id, List<Cell> cells) {

        Row(String id, Cell... cells) {
            this(id, List.of(cells));
        }
    }

    public enum Kind {
        TABS,
        CHOICE,
        TEXT,
        DAY
    }

    public record Filter(String name, String label, Kind kind, List<Option> options) {

        static Filter of(String name, String label, Kind kind, Option... options) {
            return new Filter(name, label, kind, List.of(options));
        }

        /** A filter shown as tabs; the first tab selects all rows. */
        static Filter tabs(String name, String label, Option... options) {
            Stream<Option> all = Stream.of(new Option("", "list.all"));
            return new Filter(
                    name,
                    label,
                    Kind.TABS,
                    Stream.concat(all, Arrays.stream(options)).toList());
        }
    }

    /**
     * A value of a filter. Its name is the message with the key {@code message} or, if that is empty, {@code text}.
     *
     * @param count how many rows it selects, if the page knows it; empty if not
     */
    public record Option(String value, String message, String text, String count) {

        Option(String value, String message) {
            this(value, message, "", "");
        }

        Option(String value, String message, String text) {
            this(value, message, text, "");
        }

        Option counted(long rows) {
            return new Option(value, message, text, PageFormat.count(rows));
        }

        static Option[] messages(String prefix, Enum<?>... values) {
            return Arrays.stream(values)
                    .map(value -> new Option(value.name(), prefix + value.name()))
                    .toArray(Option[]::new);
        }
    }

    /**
     * @param message the key of the message that is shown instead of {@code text}; empty for none
     * @param state the state that determines the colour of a mark; empty for none
     * @param ago {@link PageFormat.RelativeTime#distance} of a time
     */
    public record Cell(
            String text,
            String message,
            String href,
            String state,
            String note,
            String ago,
            long amount,
            Comparable<?> order) {

        static final Cell NOTHING = text("");
        /** A missing time that sorts before all others. */
        static final Cell NOT_YET = new Cell(PageFormat.NOTHING, "", "", "", "", "", 0, Instant.MIN);

        /** The end of what has none; it sorts after all others. */
        static final Cell NEVER = new Cell("", "keys.no-end", "", "", "", "", 0, Instant.MAX);

        static Cell text(Object text) {
            return new Cell(text.toString(), "", "", "", "", "", 0, text.toString());
        }

        /** A fingerprint, in groups of four digits as people compare it by telephone. */
        static Cell fingerprint(String fingerprint) {
            return new Cell(PageFormat.fingerprint(fingerprint), "", "", "code", "", "", 0, fingerprint);
        }

        static Cell number(long number) {
            return new Cell(PageFormat.count(number), "", "", "", "", "", 0, number);
        }

        static Cell share(long part, long whole) {
            long percent = whole == 0 ? 0 : Math.round(100.0 * part / whole);
            return new Cell(percent + " %", "", "", "", "", "", 0, percent);
        }

        static Cell message(String message) {
            return new Cell("", message, "", "", "", "", 0, message);
        }

        static Cell mark(String prefix, String state) {
            return new Cell("", prefix + state, "", state, "", "", 0, state);
        }

        static Cell time(Instant at, Instant now) {
            RelativeTime when = RelativeTime.of(at, now);
            return new Cell(when.at(), "", "", "", "", when.distance(), when.amount(), at);
        }

        /** A time without its distance from now. */
        static Cell at(Instant at) {
            return new Cell(PageFormat.time(at), "", "", "", "", "", 0, at);
        }

        /** Returns the class of the table cell: times do not wrap, and telephones leave out what is empty. */
        public String layout() {
            return order instanceof Instant ? "text-nowrap" : (text + message + note).isEmpty() ? "nothing" : "";
        }

        Cell to(String address) {
            return new Cell(text, message, address, state, note, ago, amount, order);
        }

        Cell marked(String mark) {
            return new Cell(text, message, href, mark, note, ago, amount, order);
        }

        Cell shown(String words) {
            return new Cell(words, message, href, state, note, ago, amount, order);
        }

        Cell note(String more) {
            return new Cell(text, message, href, state, more, ago, amount, order);
        }
    }

    record Layout(String key, List<Column> columns) {

        Layout(String key, Column... columns) {
            this(key, List.of(columns));
        }

        /** Creates a list from the rows of one page. */
        ListView page(ListQuery query, List<Filter> filters, List<Row> rows) {
            boolean more = !query.isCsv() && rows.size() > ListQuery.SIZE;
            return new ListView(
                    query, key, filters, columns, more ? rows.subList(0, ListQuery.SIZE) : rows, false, more);
        }

        /** Creates a page from all rows, which it sorts. */
        ListView pageOf(ListQuery query, List<Filter> filters, List<Row> rows) {
            Stream<Row> sorted = IntStream.range(0, columns.size())
                    .filter(at -> columns.get(at).sortable()
                            && columns.get(at).label().equals(query.column()))
                    .mapToObj(at -> query.descending() ? by(at).reversed() : by(at))
                    .findFirst()
                    .map(order -> rows.stream().sorted(order))
                    .orElseGet(rows::stream);
            return page(
                    query,
                    filters,
                    sorted.skip(query.offset()).limit(query.limit()).toList());
        }

        /** Cells without a value can have an order of another class than the others of their column. */
        @SuppressWarnings("unchecked")
        private static Comparator<Row> by(int column) {
            Function<Row, Comparable<Object>> order =
                    row -> (Comparable<Object>) row.cells().get(column).order();
            return (one, other) ->
                    order.apply(one).getClass() == order.apply(other).getClass()
                            ? order.apply(one).compareTo(order.apply(other))
                            : order.apply(one)
                                    .getClass()
                                    .getName()
                                    .compareTo(order.apply(other).getClass().getName());
        }
    }

    ListView withChoice() {
        return new ListView(query, key, filters, columns, rows, true, more);
    }

    static Column column(String label) {
        return new Column(label, false, false);
    }

    static Column sortable(String label) {
        return new Column(label, true, false);
    }

    static Column number(String label) {
        return new Column(label, true, true);
    }
}
