package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program changes and removes only what the role that it may log in as is allowed to; and that role may no more. */
class RuntimeRoleTest {

    private static final Path SOURCES = Path.of("src/main/java/jinbo");
    private static final Pattern UPDATED = Pattern.compile(
            "(?:\"|\"\"\"\\s*|\\n\\s*)update (\\w+)(?: \\w+)?\\s+set\\b|into (\\w+)[^;\"]*?do update set");
    private static final Pattern REMOVED = Pattern.compile("delete from (\\w+)");

    private static HikariDataSource database;
    private static JdbcClient sql;

    @BeforeAll
    static void migrateForTheRole() {
        database = TestDatabase.fresh();
        sql = JdbcClient.create(database);
        sql.sql("create role jinbo_runtime").update();
        sql.sql("delete from flyway_schema_history where script like 'R\\_\\_%'")
                .update();
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void dropTheRole() {
        sql.sql("drop owned by jinbo_runtime").update();
        sql.sql("drop role jinbo_runtime").update();
        database.close();
    }

    @Test
    void whatTheProgramChangesTheRoleMayChange() throws IOException {
        Set<String> updated = tables(UPDATED);

        assertThat(updated).contains("inbound_file", "insurer_certificate", "block", "block_list");
        assertThat(updated)
                .allSatisfy(table -> assertThat(may("has_any_column_privilege", table, "update"))
                        .as("update " + table)
                        .isTrue());
    }

    @Test
    void whatTheProgramRemovesTheRoleMayRemove() throws IOException {
        Set<String> removed = tables(REMOVED);

        assertThat(removed).contains("finding");
        assertThat(removed)
                .allSatisfy(table -> assertThat(may("has_table_privilege", table, "delete"))
                        .as("delete from " + table)
                        .isTrue());
    }

    @Test
    void everyTableCanBeReadAndNoneEmptied() {
        assertThat(sql.sql("select tablename from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(15)
                .allSatisfy(table -> {
                    assertThat(may("has_table_privilege", table, "select")).isTrue();
                    assertThat(may("has_table_privilege", table, "truncate")).isFalse();
                });
    }

    @Test
    void tablesOfLaterMigrationsCanBeReadAndAppendedTo() {
        sql.sql("create table later (id bigint generated always as identity)").update();

        assertThat(may("has_table_privilege", "later", "insert")).isTrue();
        assertThat(may("has_table_privilege", "later", "update")).isFalse();
        assertThat(may("has_table_privilege", "later", "delete")).isFalse();
        sql.sql("drop table later").update();
    }

    @Test
    void whatIsAppendOnlyIsNeitherChangedNorRemoved() {
        for (String table : List.of(
                "registration",
                "act_batch",
                "access_log_entry",
                "held_decision",
                "publication",
                "calendar_version",
                "calendar_day",
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

    private static boolean may(String function, String table, String what) {
        return sql.sql("select " + function + "('jinbo_runtime', ?, ?)")
                .params(table, what)
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
