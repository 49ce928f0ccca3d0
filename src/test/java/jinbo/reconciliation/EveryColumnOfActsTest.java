package jinbo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One value changed by SQL in any column of acts, blocks and batches is found by {@code registry verify}. The columns are asked of
 * the database: a new one fails here until it is found, or listed with the reason.
 */
class EveryColumnOfActsTest {

    private static final Map<String, String> UNNOTICED = Map.of(
            "block.revision", "which batch touched the row last; no list is made from it",
            "act_batch.successor", "of a succession alone, and there is none here; VerifyWordsTest changes one",
            "registration.subject_epoch", "of an erased act alone, and there is none here; ErasureTest changes one",
            "act_batch.calendar_version",
                    "a note; the dates that were computed from it are bound by digest and receipt");

    @TempDir
    private static Path home;

    private static WorkedExchange exchange;

    @BeforeAll
    static void workForSomeDays() {
        exchange = new WorkedExchange(home);
        exchange.sql()
                .execute("alter table act_batch drop constraint act_batch_kind_check, alter column id drop identity");
        exchange.sql()
                .execute("alter table registration drop constraint registration_subject_check,"
                        + " drop constraint registration_names_a_number_or_a_subject");
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "block", "act_batch"})
    void aChangeOfAnyColumnIsFound(String table) {
        Map<String, List<String>> unnoticed = new TreeMap<>();
        for (Map<String, Object> column : exchange.sql().queryForList("""
                select column_name as name, data_type as type from information_schema.columns
                where table_schema = 'public' and table_name = ? order by 1
                """, table)) {
            String name = column.get("name").toString();
            for (String row : List.of("min", "max")) {
                exchange.tamper(
                        "set session_replication_role = replica; update %s set %s = %s where ctid = (select %s(ctid) from %1$s);"
                                        .formatted(
                                                table,
                                                name,
                                                other(name, column.get("type").toString()),
                                                row)
                                + "set session_replication_role = origin");
                if (exchange.verify(ListsMadeAnew.NEWEST).stream().allMatch(Check::holds)) {
                    unnoticed
                            .computeIfAbsent(table + "." + name, key -> new ArrayList<>())
                            .add(row);
                }
                exchange.undo();
            }
        }

        assertThat(exchange.verify(ListsMadeAnew.NEWEST)).allMatch(Check::holds);
        assertThat(unnoticed.keySet())
                .as("%s", unnoticed)
                .isEqualTo(new TreeSet<>(UNNOTICED.keySet().stream()
                        .filter(column -> column.startsWith(table + "."))
                        .toList()));
    }

    private static String other(String column, String type) {
        return switch (type) {
            case "bigint", "integer", "smallint" -> column + " + 77";
            case "bytea" -> "sha256('x')";
            case "date" -> column + " + 1";
            case "timestamp with time zone" -> column + " + interval '1 second'";
            case "text" -> column + " || 'X'";
            default -> throw new AssertionError("no value of type " + type + " is known here");
        };
    }
}
