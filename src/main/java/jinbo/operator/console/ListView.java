package jinbo.operator.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jinbo.operator.console.PageFormat.RelativeTime;

/**
 * A page of a list, as {@code list.html} shows it and as it is written as a table.
 *
 * @param key by which messages name it
 * @param choosable whether rows can be chosen for a form of the page
 * @param more whether there is a next page
 */
public record ListView(
        ListQuery query,
        String key,
        List<Filter> filters,
        List<Column> columns,
        List<Row> rows,
        boolean choosable,
        boolean more) {

    /** @param label message with its title */
    public record Column(String label, boolean sortable, boolean number) {}

    /** @param id what a form sends of a row that was chosen */
    public record Row(String id, List<Cell> cells) {}

    /** How a filter is offered. */
    public enum Kind {
        TABS,
        CHOICE,
        TEXT,
        DAY
    }

    /** @param label message with its name */
    public record Filter(String name, String label, Kind kind, List<Option> options) {

        static Filter of(String name, String label, Kind kind, Option... options) {
            return new Filter(name, label, kind, List.of(options));
        }
    }

    /**
     * A value of a filter.
     *
     * @param message message that names it; nothing if the text does
     */
    public record Option(String value, String message, String text) {

        static Option[] messages(String beginning, Enum<?>... values) {
            return Arrays.stream(values)
                    .map(value -> new Option(value.name(), beginning + value.name(), ""))
                    .toArray(Option[]::new);
        }
    }

    /**
     * A cell.
     *
     * @param message message that it shows; nothing if it shows the text
     * @param state by which a mark has its colour; nothing if it is no mark
     * @param ago how far a time is from now ({@link PageFormat.RelativeTime#distance}); nothing if it is no time
     * @param order by what rows are sorted
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
        /** Times that there are not, before all others and behind them. */
        static final Cell NOT_YET = new Cell(PageFormat.NOTHING, "", "", "", "", "", 0, Instant.MIN);

        static final Cell NEVER = new Cell(PageFormat.NOTHING, "", "", "", "", "", 0, Instant.MAX);

        static Cell text(Object text) {
            return new Cell(text.toString(), "", "", "", "", "", 0, text.toString());
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

        static Cell mark(String beginning, String state) {
            return new Cell("", beginning + state, "", state, "", "", 0, state);
        }

        /** A time, and how far it is from now. */
        static Cell time(Instant at, Instant now) {
            RelativeTime when = RelativeTime.of(at, now);
            return new Cell(when.at(), "", "", "", "", when.distance(), when.amount(), at);
        }

        Cell to(String address) {
            return new Cell(text, message, address, state, note, ago, amount, order);
        }

        Cell note(String more) {
            return new Cell(text, message, href, state, more, ago, amount, order);
        }
    }

    /** A list of which the database has read one page. */
    static ListView paged(ListQuery query, String key, List<Filter> filters, List<Column> columns, List<Row> rows) {
        boolean more = !query.isTable() && rows.size() > ListQuery.SIZE;
        return new ListView(query, key, filters, columns, more ? rows.subList(0, ListQuery.SIZE) : rows, false, more);
    }

    /** A list that is short enough to be read whole. */
    static ListView whole(ListQuery query, String key, List<Filter> filters, List<Column> columns, List<Row> rows) {
        int column = IntStream.range(0, columns.size())
                .filter(at ->
                        columns.get(at).sortable() && columns.get(at).label().equals(query.column()))
                .findFirst()
                .orElse(-1);
        List<Row> sorted = column < 0
                ? rows
                : rows.stream()
                        .sorted(query.descending() ? by(column).reversed() : by(column))
                        .toList();
        return paged(
                query,
                key,
                filters,
                columns,
                sorted.stream().skip(query.offset()).limit(query.limit()).toList());
    }

    ListView withChoice() {
        return new ListView(query, key, filters, columns, rows, true, more);
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Row> by(int column) {
        return Comparator.comparing(
                row -> (Comparable<Object>) row.cells().get(column).order());
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
