package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program changes and removes only what the role that it logs in as is allowed to, or where numbers are concerned the
 * role that it takes for an access; and those may no more.
 */
class RuntimeRoleIT {

    private static final Path SOURCES = Path.of("src/main/java/jinbo");
    private static final Pattern UPDATED = Pattern.compile(
            "(?:\"|\"\"\"\\s*|\\n\\s*)update (\\w+)(?: \\w+)?\\s+set\\b|into (\\w+)[^;\"]*?do update set");
    private static final Pattern REMOVED = Pattern.compile("delete from (\\w+)");

    private static final String LOGIN = "jinbo_runtime";
    private static final String NUMBERS = "jinbo_numbers";
    private static final String PORTAL = "jinbo_portal";
    private static final Set<String> QUEUE = Set.of("portal_request", "portal_response");

    private static final JdbcClient SQL = TestDatabase.sql(TestDatabase.freshUrl());

    @Test
    void whatTheProgramChangesTheRoleMayChange() throws IOException {
        Set<String> updated = tables(UPDATED);

        assertThat(updated).contains("inbound_file", "insurer_certificate", "block_page", "block_list");
        assertThat(updated)
                .allSatisfy(table -> assertThat(may(roleFor(table), "has_any_column_privilege", table, "update"))
                        .as("update " + table)
                        .isTrue());
    }

    @Test
    void whatTheProgramRemovesTheRoleMayRemove() throws IOException {
        Set<String> removed = tables(REMOVED);

        assertThat(removed).contains("finding_page");
        assertThat(removed)
                .allSatisfy(table -> assertThat(may(roleFor(table), "has_table_privilege", table, "delete"))
                        .as("delete from " + table)
                        .isTrue());
    }

    @Test
    void everyTableButThoseWithNumbersCanBeReadAndNoneEmptied() {
        assertThat(tables()).hasSizeGreaterThan(15).allSatisfy(table -> {
            boolean holdsNumbers = NUMBERS.equals(roleFor(table));
            assertThat(may("has_any_column_privilege", table, "select"))
                    .as(table)
                    .isEqualTo(!holdsNumbers);
            assertThat(may(NUMBERS, "has_table_privilege", table, "select"))
                    .as(table)
                    .isTrue();
            for (String role : List.of(LOGIN, NUMBERS)) {
                assertThat(may(role, "has_table_privilege", table, "truncate"))
                        .as(table)
                        .isFalse();
            }
        });
    }

    @Test
    void theRoleForNumbersWritesNothingElseAndRemovesNoRegistration() {
        assertThat(tables()).allSatisfy(table -> {
            boolean holdsNumbers = NUMBERS.equals(roleFor(table));
            assertThat(may(NUMBERS, "has_any_column_privilege", table, "insert"))
                    .as(table)
                    .isEqualTo(holdsNumbers || table.equals("withdrawal"));
            boolean madeAnew = table.equals("block_page") || table.equals("last_consumer_registration");
            assertThat(may(NUMBERS, "has_table_privilege", table, "update"))
                    .as("update " + table)
                    .isEqualTo(madeAnew);
            assertThat(may(NUMBERS, "has_table_privilege", table, "delete"))
                    .as("delete " + table)
                    .isEqualTo(madeAnew || table.equals("request_number") || table.equals("call_case_number"));
        });
    }

    @Test
    void theRoleForNumbersChangesOfARegistrationNothingButByErasing() {
        for (String table : List.of("registration", "registration_page", "registration_row")) {
            assertThat(may(NUMBERS, "has_any_column_privilege", table, "update"))
                    .as(table)
                    .isFalse();
        }
        String erase =
                "select has_function_privilege(?, 'erase_registrations(bigint[], int[], int[], bytea[])', 'execute')";
        assertThat(SQL.sql(erase).param(NUMBERS).query(Boolean.class).single()).isTrue();
        assertThat(SQL.sql(erase).param("jinbo_runtime").query(Boolean.class).single())
                .isFalse();
    }

    @Test
    void theLoginIsAMemberOfThatRoleWithoutItsRights() {
        assertThat(SQL.sql("select pg_has_role(?, ?, 'member') and not pg_has_role(?, ?, 'usage')")
                        .params(LOGIN, NUMBERS, LOGIN, NUMBERS)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(SQL.sql("select rolcanlogin or rolsuper or rolcreaterole from pg_roles where rolname = ?")
                        .param(NUMBERS)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void oneClassTakesARoleAndNamesTheOneForNumbers() throws IOException {
        assertThat(sourcesWith("\"[^\"]*\\bset (?:local |session )?role\\b"))
                .containsExactly("accesslog/NumberAccessTemplate.java");
        assertThat(sourcesWith("jinbo_numbers"))
                .as("beside the class that makes it and looks for it")
                .containsExactly("accesslog/NumberAccessTemplate.java", "platform/home/DatabaseRoles.java");
        assertThat(sourcesWith("(?i)set session authorization|reset role")).isEmpty();
    }

    private static List<String> sourcesWith(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<String> found = new ArrayList<>();
            for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                if (wanted.matcher(Files.readString(source)).find()) {
                    found.add(SOURCES.relativize(source).toString().replace('\\', '/'));
                }
            }
            return found;
        }
    }

    @Test
    void tablesOfLaterMigrationsCanBeReadAndAppendedTo() {
        SQL.sql("create table later (id bigint generated always as identity)").update();

        assertThat(may("has_table_privilege", "later", "insert")).isTrue();
        assertThat(may("has_table_privilege", "later", "update")).isFalse();
        assertThat(may("has_table_privilege", "later", "delete")).isFalse();
        SQL.sql("drop table later").update();
    }

    @Test
    void whatIsAppendOnlyIsNeitherChangedNorRemoved() {
        for (String table : List.of(
                "registration_page",
                "registration_row",
                "registration_batch",
                "access_log_entry",
                "held_decision",
                "publication",
                "calendar_version",
                "calendar_day",
                "call_case",
                "call_case_event",
                "segment_version",
                "segment",
                "flyway_schema_history")) {
            assertThat(may("has_any_column_privilege", table, "update"))
                    .as(table)
                    .isFalse();
            assertThat(may("has_table_privilege", table, "delete")).as(table).isFalse();
        }
        assertThat(may("has_table_privilege", "flyway_schema_history", "insert"))
                .isFalse();
        assertThat(may("has_table_privilege", "answer", "delete")).isFalse();
        assertThat(may("has_table_privilege", "block_list", "delete")).isFalse();
        assertThat(may("has_table_privilege", "inbound_file", "delete")).isFalse();
    }

    /** What lies in the request queue is put there and taken by functions, each for one side; no role uses the tables. */
    @Test
    void theRequestQueueHasItsFunctionsAndNobodyTouchesItsTables() {
        for (String table : QUEUE) {
            for (String role : List.of(LOGIN, NUMBERS, PORTAL)) {
                assertThat(may(role, "has_any_column_privilege", table, "select, insert, update, references")
                                || may(role, "has_table_privilege", table, "delete, truncate, trigger"))
                        .as(role + " " + table)
                        .isFalse();
            }
        }
        for (String function : List.of(
                "put_portal_request(uuid, text, int)", "withdraw_portal_request(uuid)", "take_portal_response(uuid)")) {
            assertThat(whoMayCall(function)).as(function).containsExactly(PORTAL);
        }
        for (String function : List.of(
                "take_portal_requests(int)",
                "put_portal_response(uuid, text)",
                "remove_expired_portal_rows()",
                "end_long_portal_transactions(int)")) {
            assertThat(whoMayCall(function)).as(function).containsExactly(LOGIN);
        }
    }

    @Test
    void noFunctionIsForEverybody() {
        assertThat(SQL.sql(
                                "select oid::regprocedure::text from pg_proc"
                                        + " where pronamespace = 'public'::regnamespace and has_function_privilege('public', oid, 'execute')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static List<String> whoMayCall(String function) {
        return List.of(LOGIN, NUMBERS, PORTAL).stream()
                .filter(role -> SQL.sql("select has_function_privilege(?, ?, 'execute')")
                        .params(role, function)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static List<String> tables() {
        return SQL
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !QUEUE.contains(table))
                .toList();
    }

    /** Which of the two works on a table. */
    private static String roleFor(String table) {
        return SQL.sql(
                                "select exists (select from information_schema.columns"
                                        + " where table_schema = 'public' and table_name = ? and column_name in ('mobile', 'thousand'))")
                        .param(table)
                        .query(Boolean.class)
                        .single()
                ? NUMBERS
                : LOGIN;
    }

    private static boolean may(String function, String table, String what) {
        return may(LOGIN, function, table, what);
    }

    private static boolean may(String role, String function, String table, String what) {
        return SQL.sql("select " + function + "(?, ?, ?)")
                .params(role, table, what)
                .query(Boolean.class)
                .single();
    }

    private static Set<String> tables(Pattern statement) throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                statement
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                        .forEach(tables::add);
            }
        }
        return tables;
    }
}
