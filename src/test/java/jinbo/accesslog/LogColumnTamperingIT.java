package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The next check finds a change of any column of the log's tables, made with constraints and triggers disabled. The
 * columns come from the database: a new one fails until its change is found, or it is listed with a reason.
 */
class LogColumnTamperingIT {

    /** Columns whose change is harmless, with the reason. */
    private static final Map<String, String> UNNOTICED = Map.of(
            "access_log_head.only_row", "keeps a second row out, and says nothing",
            "access_log_checkpoint.id", "the order of rows; the signed sizes give the order",
            "access_log_checkpoint.at", "the database's own note; a checkpoint has no time (C2SP tlog-checkpoint)");

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    private static TestSlice parts;

    @BeforeAll
    static void aLogWithAllThatCanStandInIt() {
        parts = new TestSlice(CLOCK, "jinbo.accesslog");
        AccessLog log = parts.bean(AccessLog.class);
        SampleAccesses accesses = new SampleAccesses(log);
        accesses.whole(64);
        parts.bean(LogTree.class).sign();
        CLOCK.pass(Duration.ofMinutes(1));
        accesses.whole(64);
        accesses.vouching(1);
        log.refuse(SampleAccesses.to("not allowed"), "no agreement");
        log.begin(SampleAccesses.to("under way"));
        parts.bean(LogTree.class).sign();
        CLOCK.pass(Duration.ofMinutes(1));
        log.refuse(SampleAccesses.to("waits for its place"), "no agreement");
        letTheOwnerDoAnything();
        assertThat(parts.bean(CheckLog.class).all(index -> {})).isEmpty();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void theTablesAreThoseOfTheLog() {
        assertThat(parts.sql().sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name like 'access\\_log%'
                        """).query(String.class).list())
                .as("those of the alarms hold decisions and no evidence: what is wrong is told again")
                .containsExactlyInAnyOrder(
                        "access_log_entry",
                        "access_log_place",
                        "access_log_tile",
                        "access_log_head",
                        "access_log_checkpoint",
                        "access_log_open",
                        "access_log_pending",
                        "access_log_alarm",
                        "access_log_acceptance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_log_entry",
                "access_log_place",
                "access_log_tile",
                "access_log_head",
                "access_log_checkpoint",
                "access_log_open",
                "access_log_pending"
            })
    void aChangeOfAnyColumnIsFound(String table) {
        Map<String, List<String>> unnoticed = new TreeMap<>();
        int changes = 0;
        for (var column : columns(table).entrySet()) {
            for (String row : rows(table, column.getKey())) {
                for (String value : others(column.getKey(), column.getValue())) {
                    int changed = sql("update %s set %s = %s where ctid = (%s) and %2$s is distinct from %3$s"
                            .formatted(table, column.getKey(), value, row));
                    if (changed > 0) {
                        changes += changed;
                        if (!isFound()) {
                            unnoticed
                                    .computeIfAbsent(table + "." + column.getKey(), name -> new ArrayList<>())
                                    .add(value + " in " + row);
                        }
                        putBack(table);
                    }
                }
            }
        }

        assertThat(changes).isGreaterThanOrEqualTo(columns(table).size());
        assertThat(isFound()).as("all is as before").isFalse();
        assertThat(unnoticed.keySet())
                .as("%s", unnoticed)
                .isEqualTo(new TreeSet<>(UNNOTICED.keySet().stream()
                        .filter(column -> column.startsWith(table + "."))
                        .toList()));
    }

    private static void putBack(String table) {
        String columns = String.join(", ", columns(table).keySet());
        sql("truncate %1$s; insert into %1$s (%2$s) select %2$s from good.%1$s order by number"
                .formatted(table, columns));
    }

    private static boolean isFound() {
        boolean found = !parts.bean(CheckLog.class).all(index -> {}).isEmpty();
        sql("delete from access_log_alarm");
        return found;
    }

    private static Map<String, String> columns(String table) {
        Map<String, String> columns = new TreeMap<>();
        parts.sql()
                .sql(
                        "select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = ?")
                .param(table)
                .query(row -> {
                    columns.put(row.getString(1), row.getString(2));
                });
        return columns;
    }

    /**
     * The first row, the first with a value in the column, and the last; the last entry has no index yet, so its change
     * cannot be found.
     */
    private static List<String> rows(String table, String column) {
        String first = "select min(ctid) from " + table;
        String withValue = first + " where " + column + " is not null";
        return table.equals("access_log_entry")
                ? List.of(first, withValue)
                : List.of(withValue, "select max(ctid) from " + table);
    }

    private static List<String> others(String column, String type) {
        return switch (type) {
            case "bigint" -> List.of("coalesce(%s, 0) + 1".formatted(column), "-1", "null", "9223372036854775807");
            case "smallint" -> List.of("(%s + 1)::smallint".formatted(column), "(-1)::smallint", "null");
            case "timestamp with time zone" -> List.of(column + " + interval '1 microsecond'", "null");
            case "bytea" ->
                List.of(
                        "set_byte(%1$s, 0, 255 - get_byte(%1$s, 0))".formatted(column),
                        "substr(%s, 2)".formatted(column),
                        "%1$s || %1$s".formatted(column),
                        "null");
            case "boolean" -> List.of("not " + column, "null");
            case "text" -> List.of("coalesce(%s, '') || '0'".formatted(column), "''", "null");
            default -> throw new AssertionError("no value of type " + type + " is known here");
        };
    }

    private static void letTheOwnerDoAnything() {
        sql("create schema good");
        sql("""
                do $$
                declare
                    t text;
                    c record;
                begin
                    for c in select conrelid::regclass as tab, conname from pg_constraint
                             where conrelid::regclass::text like 'access\\_log%' and contype <> 'n'
                             order by case contype when 'f' then 0 else 1 end loop
                        execute format('alter table %s drop constraint if exists %I cascade', c.tab, c.conname);
                    end loop;
                    for c in select table_name as tab, column_name as col, is_identity from information_schema.columns
                             where table_schema = 'public' and table_name like 'access\\_log%' loop
                        if c.is_identity = 'YES' and c.tab <> 'access_log_alarm' then
                            execute format('alter table %I alter column %I drop identity', c.tab, c.col);
                        end if;
                        if c.tab <> 'access_log_alarm' then
                            execute format('alter table %I alter column %I drop not null', c.tab, c.col);
                        end if;
                    end loop;
                    for t in select table_name from information_schema.tables
                             where table_schema = 'public' and table_name like 'access\\_log%' loop
                        execute format('alter table %I disable trigger all', t);
                        execute format('create table good.%I as select row_number() over (order by ctid) as number, * from %I', t, t);
                    end loop;
                end
                $$
                """);
        sql("drop index access_log_entry_acts");
        sql("drop index access_log_entry_result");
    }

    private static int sql(String statements) {
        return parts.sql().sql(statements).update();
    }
}
