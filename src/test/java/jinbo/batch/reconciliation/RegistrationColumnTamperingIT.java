package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code registry verify} detects a changed value in any column of registrations. A new column fails this test until
 * its changes are detected or it is listed with a reason.
 */
class RegistrationColumnTamperingIT {

    private static final Map<String, String> UNNOTICED = Map.of(
            "block_page.revision", "which batch touched the page last; no list is made from it",
            "last_consumer_registration.revision", "which batch touched the row last; nothing is made from it",
            "registration_batch.calendar_version",
                    "a note; the dates that were computed from it are bound by digest and receipt",
            "consumer_registration.reference", "drawn; the signed confirmation that its holder has says it",
            "consumer_registration.request", "drawn, so that a form that is sent twice counts once");

    /** Columns that distinguish kinds of rows; each kind is tested. */
    private static final Map<String, String> KIND = Map.of(
            "registration_batch",
            "kind",
            "consumer_registration",
            "term",
            "registration_row",
            "(select kind from registration_batch where id = batch)");

    @TempDir
    private static Path home;

    private static TamperedExchangeFixture exchange;

    @BeforeAll
    static void workForSomeDays() {
        exchange = new TamperedExchangeFixture(home);
        exchange.sql()
                .execute(
                        "alter table registration_batch drop constraint registration_batch_kind_check, alter column id drop identity;"
                                + "alter table consumer_registration drop constraint consumer_registration_is_a_choice, drop constraint consumer_registration_is_a_cancellation");
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registration_page",
                "registration_row",
                "withdrawal",
                "withdrawal_request",
                "registration_batch",
                "block_page",
                "last_consumer_registration",
                "consumer_registration"
            })
    void detectsChangeOfAnyColumn(String table) {
        Map<String, List<String>> unnoticed = new TreeMap<>();
        for (Map<String, Object> column : exchange.sql().queryForList("""
                select column_name as name, data_type as type from information_schema.columns
                where table_schema = 'public' and table_name = ?
                  -- of erased registrations alone, and there are none here: ErasureIT changes them
                  and column_name not in ('subject', 'subject_epoch')
                  and (table_name, column_name) not in (('registration_row', 'complaint'), ('registration_row', 'complained_on'))
                order by 1
                """, table)) {
            String name = column.get("name").toString();
            assertThat(rows(table, name))
                    .as("rows of %s that have a %s", table, name)
                    .isNotEmpty();
            for (String other : others(name, column.get("type").toString())) {
                for (int i = 0; i < rows(table, name).size(); i++) {
                    String row = rows(table, name).get(i);
                    exchange.tamper("set session_replication_role = replica; update %s set %s = %s where ctid = '%s';"
                                    .formatted(table, name, other, row)
                            + "set session_replication_role = origin");
                    if (exchange.verify(VerifyRegistry.RederivedLists.NEWEST).stream()
                            .allMatch(RuleResult::holds)) {
                        unnoticed
                                .computeIfAbsent(table + "." + name, key -> new ArrayList<>())
                                .add(row + " " + other);
                    }
                    exchange.undo();
                }
            }
        }

        assertThat(exchange.verify(VerifyRegistry.RederivedLists.NEWEST)).allMatch(RuleResult::holds);
        assertThat(unnoticed.keySet())
                .as("%s", unnoticed)
                .isEqualTo(new TreeSet<>(UNNOTICED.keySet().stream()
                        .filter(column -> column.startsWith(table + "."))
                        .toList()));
    }

    /** The first and last row of each kind with a value in the column; they move whenever the table is restored. */
    private static List<String> rows(String table, String column) {
        return exchange.sql()
                .queryForList("""
                        select place::text from (
                            select distinct unnest(array[min(ctid), max(ctid)]) as place from %1$s where %2$s is not null
                            group by %3$s) of_each_kind
                        order by place
                        """.formatted(table, column, KIND.getOrDefault(table, "tableoid")), String.class);
    }

    /** One other value, or one for each part of a packed page: line, complained_on, expires_on, complaint, scope. */
    private static List<String> others(String column, String type) {
        return column.equals("registrations") && type.equals("bytea")
                ? IntStream.of(3, 5, 7, 9, 11)
                        .mapToObj("set_byte(registrations, %1$s, get_byte(registrations, %1$s) # 1)"::formatted)
                        .toList()
                : List.of(other(column, type));
    }

    private static String other(String column, String type) {
        return switch (type) {
            case "bigint", "integer", "smallint" -> column + " + 77";
            case "date" -> column + " + 1";
            case "timestamp with time zone" -> column + " + interval '1 second'";
            case "bytea" ->
                "set_byte(%1$s, octet_length(%1$s) - 1, get_byte(%1$s, octet_length(%1$s) - 1) # 1)".formatted(column);
            case "uuid" -> "gen_random_uuid()";
            case "ARRAY" -> column + " || array['X']";
            case "text" -> column + " || 'X'";
            default -> throw new AssertionError("no value of type " + type + " is known here");
        };
    }
}
