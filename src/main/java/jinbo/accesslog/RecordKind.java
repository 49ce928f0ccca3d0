package jinbo.accesslog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kind of record that decisions write, for example a case, and the query for the digest that is logged with it.
 *
 * <p>The digest is over a canonical text ({@code docs/auditors/access-log.md}, "Records of decisions"), which has for
 * each row, by part and place, the name of the table and a line feed, then for each column that is not null, by name,
 * {@code <column>:<octets>:<value>} and a line feed. A column added later changes no digest while it is null.
 */
public final class RecordKind {

    private final String name;
    private final List<Part> parts;

    private RecordKind(String name, List<Part> parts) {
        this.name = name;
        this.parts = parts;
    }

    /** @param name the prefix of the object in the access log, for example {@code sales unit} */
    public static RecordKind of(String name, Part... parts) {
        return new RecordKind(name, List.of(parts));
    }

    /**
     * The rows of one table that belong to a record.
     *
     * @param joined the join that the key needs; empty if it needs none
     * @param key the SQL expression of the record's key within its kind
     * @param place the SQL expression that orders the record's rows
     * @param columns separated by blanks; after a colon the format: {@code time} (UTC, microseconds), {@code date},
     *     {@code bytes} (hex digits) or {@code texts} (JSON array)
     */
    public record Part(String table, String joined, String key, String place, String columns) {

        /** A table with one row for each record. */
        public static Part row(String table, String key, String columns) {
            return new Part(table, "", key, "0", columns);
        }

        public static Part rows(String table, String key, String place, String columns) {
            return new Part(table, "", key, place, columns);
        }

        /** Pairs of column and format; the format is empty if the column is converted by PostgreSQL's cast to text. */
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

    public String name() {
        return name;
    }

    public List<Part> parts() {
        return parts;
    }

    /** The text that names a record in the access log, as the object of an access. */
    public String object(String key) {
        return name + " " + key;
    }

    /** The query for the columns {@code key} and {@code digest} (64 hex digits) of all records of this kind. */
    public String digests() {
        return query("");
    }

    /** The same query for the record with the key {@code :key}. */
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
