package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.RecordKind;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whatever is put in, changed or removed by SQL in any table that the program writes is found, by a sentence that says where;
 * done by the owner with triggers and constraints off, and by the program's own login where that may. Tables and columns are
 * asked of the database: a new one fails here until it is found, or listed in {@code not-verified.txt} with the reason.
 */
class TableTamperingIT {

    private static final Path LIST = Path.of("src/test/resources/jinbo/batch/reconciliation/not-verified.txt");

    /** Where the same is asked of tables with numbers, and of the log's own: {@code RegistrationColumnTamperingIT}, {@code LogColumnTamperingIT}. */
    private static final Set<String> ASKED_ELSEWHERE = Set.of(
            "registration_page",
            "registration_row",
            "withdrawal",
            "withdrawal_request",
            "registration_batch",
            "block_page",
            "last_consumer_registration",
            "consumer_registration",
            "access_log_entry",
            "access_log_place",
            "access_log_tile",
            "access_log_head",
            "access_log_checkpoint",
            "access_log_open",
            "access_log_pending");

    /** What is made anew from the registrations and compared: {@code VerifyRegistryIT}, {@code LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS}. */
    private static final Set<String> BY_WHOLE_LISTS = Set.of(
            "block_list.entries",
            "block_list.entries_by_line",
            "block_list.rows",
            "block_list.list_digest",
            "block_list.content_sha256");

    /** What a column is changed to; in a finding, column and cause stand behind the code and are not verified. */
    private static final Map<String, String> OTHERS =
            Map.of("finding_page.kinds", "'X' || kinds", "registration_scope.means", "means || 32001::smallint");

    /** What migrations have made there is no record that the log knows, and has a rule of its own. */
    private static final Set<String> NOT_ALL_DECIDED = Set.of("business_line", "insurer_line", "registration_scope");

    /** Which row is changed, where rows are of several kinds; elsewhere the first. */
    private static final Map<String, String> ROWS = Map.of(
            "inbound_file",
            "stem = 'complaints-YUNHE-20120921-001'",
            "block_list",
            "insurer = 'YUNHE' and sequence = 2");

    @TempDir
    private static Path folder;

    private static DecidedExchangeFixture exchange;
    private static Map<String, String> listed;
    private static Connection connection;
    private static JdbcClient sql;

    @BeforeAll
    static void work() throws IOException, SQLException {
        listed = listed();
        exchange = new DecidedExchangeFixture(folder);
        exchange.letTheOwnerDoAnything();
        connection = TestDatabase.owner(exchange.url()).getConnection();
        connection.setAutoCommit(false);
        sql = JdbcClient.create(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        exchange.close();
    }

    @Test
    void theListNamesWhatIsThereAndSaysWhy() {
        Map<String, Map<String, String>> tables = tables();
        assertThat(listed).allSatisfy((name, why) -> {
            String[] parts = name.split("\\.");
            assertThat(tables).containsKey(parts[0]);
            if (parts.length > 1) {
                assertThat(parts[1])
                        .satisfiesAnyOf(
                                change -> assertThat(change).isIn("a row put in", "a row removed"),
                                column -> assertThat(tables.get(parts[0])).containsKey(column));
                assertThat(listed).as("listed whole").doesNotContainKey(parts[0]);
            }
            assertThat(why).as(name).hasSizeGreaterThan(20);
            assertThat(ASKED_ELSEWHERE).doesNotContain(parts[0]);
        });
    }

    @Test
    void pageForAuditorsNamesEveryKindOfRecordWithItsTables() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/auditors/access-log.md"));

        assertThat(exchange.kinds()).hasSizeGreaterThan(15).allSatisfy(kind -> {
            String tables = kind.parts().stream()
                    .map(part -> "`" + part.table() + "`")
                    .distinct()
                    .collect(Collectors.joining(", "));
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("- `" + kind.name() + " "))
                    .singleElement()
                    .asString()
                    .satisfies(line ->
                            assertThat(line.replaceAll(" \\([^)]*\\)", "")).endsWith("made of " + tables));
        });
    }

    @Test
    void everyColumnOfARecordStandsInItsTextAsWhatItIs() {
        Map<String, Map<String, String>> tables = tables();
        for (RecordKind kind : exchange.kinds()) {
            for (RecordKind.Part part : kind.parts()) {
                Map<String, String> text = new TreeMap<>();
                part.named().forEach(column -> text.put(column.get(0), column.get(1)));
                Map<String, String> columns = new TreeMap<>(tables.get(part.table()));
                columns.keySet().removeIf(column -> listed.containsKey(part.table() + "." + column));
                columns.replaceAll((column, type) -> switch (type) {
                    case "timestamp with time zone" -> "time";
                    case "date" -> "date";
                    case "bytea" -> "bytes";
                    case "ARRAY" -> "texts";
                    default -> "";
                });
                assertThat(text).as(part.table()).isEqualTo(columns);
            }
        }
    }

    @Test
    void noKindOfRecordIsTakenForAnother() {
        List<String> names =
                exchange.kinds().stream().map(kind -> kind.name() + " ").toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(names)
                        .filteredOn(other -> other.startsWith(name))
                        .hasSize(1));
    }

    @Test
    void whatWorkedAgrees() {
        assertThat(found("any other")).isEmpty();
        assertThat(CompareRecordsWithLog.compare(sql, exchange.kinds()).examples())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsPutInChangedOrRemovedUnseen() {
        return tables().entrySet().stream()
                .filter(table -> !listed.containsKey(table.getKey()) && !ASKED_ELSEWHERE.contains(table.getKey()))
                .map(table -> DynamicTest.dynamicTest(table.getKey(), () -> {
                    Map<String, String> unseen = new LinkedHashMap<>();
                    for (Map.Entry<String, String> change :
                            changes(table.getKey(), table.getValue()).entrySet()) {
                        for (boolean owner : new boolean[] {true, false}) {
                            if (!isRefused(change.getValue(), owner)
                                    && found(table.getKey()).isEmpty()) {
                                unseen.put(
                                        change.getKey() + (owner ? " by the owner" : " by the login"),
                                        change.getValue());
                            }
                            connection.rollback();
                        }
                    }
                    assertThat(unseen).as(table.getKey()).isEmpty();
                }));
    }

    /** By what it is called: a statement that does it to the first row, each column once, and a row put in and one removed. */
    private static Map<String, String> changes(String table, Map<String, String> columns) {
        assertThat(sql.sql("select count(*) from " + table).query(Long.class).single())
                .as("rows of %s", table)
                .isPositive();
        String row =
                " where ctid = (select min(ctid) from %s where %s)".formatted(table, ROWS.getOrDefault(table, "true"));
        Map<String, String> changes = new LinkedHashMap<>();
        columns.forEach((column, type) -> {
            if (!listed.containsKey(table + "." + column) && !BY_WHOLE_LISTS.contains(table + "." + column)) {
                changes.put(
                        column + " changed",
                        "update %s set %s = %s%s"
                                .formatted(
                                        table,
                                        column,
                                        OTHERS.getOrDefault(table + "." + column, other(column, type)),
                                        row));
            }
        });
        Set<String> keys = exchange.keysOf(table);
        String copy = columns.entrySet().stream()
                .map(column ->
                        keys.contains(column.getKey()) ? other(column.getKey(), column.getValue()) : column.getKey())
                .collect(Collectors.joining(", "));
        changes.put(
                "a row put in",
                "insert into %1$s (%2$s) select %3$s from %1$s%4$s"
                        .formatted(table, String.join(", ", columns.keySet()), copy, row));
        changes.put("a row removed", "delete from " + table + row);
        changes.keySet().removeIf(change -> listed.containsKey(table + "." + change));
        return changes;
    }

    /** Whether who does it may not. */
    private static boolean isRefused(String change, boolean owner) throws SQLException {
        connection.rollback();
        sql.sql(owner ? "set local session_replication_role = replica" : "set local role jinbo_runtime")
                .update();
        try {
            int changed = sql.sql(change).update();
            assertThat(changed).as(change).isPositive();
        } catch (RuntimeException e) {
            if (owner) {
                throw e;
            }
            connection.rollback();
            return true;
        }
        sql.sql("reset role").update();
        return false;
    }

    /** What is found; of records by their own rule alone, which is enough and takes no time. */
    private static List<String> found(String table) {
        List<RecordKind> kinds = exchange.kinds().stream()
                .filter(kind ->
                        kind.parts().stream().anyMatch(part -> part.table().equals(table)))
                .toList();
        List<Supplier<RuleResult>> ruleResults = new ArrayList<>();
        ruleResults.add(() -> CompareRecordsWithLog.compare(sql, kinds));
        if (NOT_ALL_DECIDED.contains(table)) {
            LineRules.ALL.forEach(rule -> ruleResults.add(() -> rule.check(sql, RuleScope.EVERYTHING)));
        }
        if (kinds.isEmpty()) {
            QueryRule.ALL.forEach(rule -> ruleResults.add(() -> rule.check(sql, RuleScope.EVERYTHING)));
        }
        for (Supplier<RuleResult> ruleResult : ruleResults) {
            RuleResult checked = ruleResult.get();
            if (!checked.holds()) {
                assertThat(checked.examples()).isNotEmpty().noneMatch(String::isBlank);
                return checked.examples();
            }
        }
        return List.of();
    }

    private static String other(String column, String type) {
        return switch (type) {
            case "bigint", "integer", "smallint" -> "coalesce(" + column + ", 0) + 77";
            case "date" -> "coalesce(" + column + ", date '2012-01-01') + 10000";
            case "timestamp with time zone" ->
                "coalesce(" + column + ", timestamptz '2012-01-01') + interval '1 microsecond'";
            case "boolean" -> "not coalesce(" + column + ", false)";
            case "bytea" -> "set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)".formatted(column);
            case "uuid" -> "gen_random_uuid()";
            case "ARRAY" -> "coalesce(" + column + ", '{}') || array['X']";
            case "jsonb" -> "coalesce(" + column + ", '{}') || '{\"X\": 1}'";
            case "text" -> "coalesce(" + column + ", '') || 'X'";
            default -> throw new AssertionError("no value of type " + type + " is known here");
        };
    }

    private static Map<String, Map<String, String>> tables() {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        JdbcClient.create(TestDatabase.owner(exchange.url())).sql("""
                select t.table_name, c.column_name, c.data_type
                from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
                where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name not like 'good\\_%'
                """).query(row -> {
            tables.computeIfAbsent(row.getString(1), name -> new TreeMap<>()).put(row.getString(2), row.getString(3));
        });
        return tables;
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Set<String> twice = new TreeSet<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(": ", 2);
                if (listed.put(parts[0], parts[1]) != null) {
                    twice.add(parts[0]);
                }
            }
        }
        assertThat(twice).isEmpty();
        return listed;
    }
}
