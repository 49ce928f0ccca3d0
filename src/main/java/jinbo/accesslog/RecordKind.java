package jinbo.accesslog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kind of record that decisions leave in the database, with its canonical text: all columns of the rows that make it up.
 * Who writes a record and who verifies it ask the database for the digest of that text by the same query, which stands
 * here alone.
 *
 * <p>The text ({@code docs/auditors/access-log.md}, "Records of decisions") has for each row, in the order of the parts and within a
 * part by rising place, the name of the table and a line feed, then for each column that is not null, by
 * rising name, {@code <column>:<octets>:<value>} and a line feed. So a value that is put in, left out, changed or moved to
 * another column or row makes another text, and a column that comes later changes no digest while it is null.
 */
public final class RecordKind {

    private final String name;
    private final List<Part> parts;

    private RecordKind(String name, List<Part> parts) {
        this.name = name;
        this.parts = parts;
    }

    /** @param name what the access log calls such a record, before the key, for example {@code sales unit} */
    public static RecordKind of(String name, Part... parts) {
        return new RecordKind(name, List.of(parts));
    }

    /**
     * @param joined what is joined to it, under its name, to tell the key; mostly empty
     * @param key an expression for the text that names the record among those of its kind
     * @param place an expression for the whole number by which the rows of a record stand in order
     * @param columns all of them, with a blank between; behind the colon, where there is one, what its text is: {@code
     *     time} (UTC, to the microsecond), {@code date}, {@code bytes} (hex digits) or {@code texts} (a JSON array)
     */
    public record Part(String table, String joined, String key, String place, String columns) {

        /** The row of a record that has one row here. */
        public static Part row(String table, String key, String columns) {
            return new Part(table, "", key, "0", columns);
        }

        public static Part rows(String table, String key, String place, String columns) {
            return new Part(table, "", key, place, columns);
        }

        /** The names of the columns, and of each what its text is; empty for the database's own. */
        public List<List<String>> named() {
            return Arrays.stream(columns.split(" "))
                    .map(column -> List.of((column + ":").split(":", -1)).subList(0, 2))
                    .toList();
        }

        private String text() {
            return "'" + table + "' || E'\\n'"
                    + named().stream()
                            .sorted(Comparator.comparing(column -> column.get(0)))
                            .map(column -> line(column.get(0), column.get(1)))
                            .collect(Collectors.joining());
        }

        private String line(String column, String kind) {
            String value = valueOf(table + "." + column, kind);
            return " || coalesce('%1$s:' || octet_length(%2$s) || ':' || %2$s || E'\\n', '')".formatted(column, value);
        }

        private static String valueOf(String column, String kind) {
            return switch (kind) {
                case "" -> column + "::text";
                case "time" -> "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
                case "date" -> "to_char(" + column + ", 'YYYY-MM-DD')";
                case "bytes" -> "encode(" + column + ", 'hex')";
                case "texts" -> "array_to_json(" + column + ")::text";
                default -> throw new IllegalArgumentException("no column has the text of a " + kind);
            };
        }
    }

    /** What the access log calls such records, before the key. */
    public String name() {
        return name;
    }

    public List<Part> parts() {
        return parts;
    }

    /** What the access log calls a record. */
    public String object(String key) {
        return name + " " + key;
    }

    /** Asks for {@code key} and {@code digest} (64 hex digits) of all records that there are, one row each. */
    public String digests() {
        return query("");
    }

    /** Asks for the same of the record whose key is the parameter {@code :key}; no row if nothing of it is there. */
    public String digest() {
        return query(" where %s = :key");
    }

    private String query(String condition) {
        List<String> texts = new ArrayList<>();
        for (Part part : parts) {
            texts.add("select %s as key, %d as part, (%s)::bigint as place, %s as text from %s %s"
                            .formatted(part.key(), texts.size(), part.place(), part.text(), part.table(), part.joined())
                    + condition.formatted(part.key()));
        }
        return "select key, encode(sha256(convert_to(string_agg(text, '' order by part, place), 'UTF8')), 'hex') as digest"
                + " from (" + String.join(" union all ", texts) + ") rows_of_records group by key";
    }
}
