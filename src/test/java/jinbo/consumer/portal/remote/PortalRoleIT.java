package jinbo.consumer.portal.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The portal's login can send portal requests and, even with hostile SQL, nothing else. */
class PortalRoleIT {

    private static final String REFUSED = "42501";

    /** Statements on a table, view or sequence {@code T}. */
    private static final List<String> WAYS = List.of(
            "select * from T",
            "select count(*) from T",
            "insert into T default values",
            "update T set id = default",
            "delete from T",
            "truncate T",
            "copy T to stdout",
            "do $$ begin lock table T in access share mode; end $$",
            "create view mine as select * from T",
            "create trigger mine after insert on T execute function refuse_change()",
            "alter table T disable trigger all",
            "drop table T",
            "grant select on T to public",
            "select query_to_xml('select * from T', true, true, '')",
            "do $$ begin perform * from T; end $$");

    private static JdbcClient owner;
    private static JdbcClient exchange;
    private static Connection portal;
    private static String portalUrl;

    @BeforeAll
    static void open() throws SQLException {
        String url = TestDatabase.freshUrl();
        portalUrl = TestDatabase.portalUrl(url);
        owner = JdbcClient.create(TestDatabase.owner(url));
        exchange = JdbcClient.create(new DriverManagerDataSource(url));
        portal = DriverManager.getConnection(portalUrl);
    }

    @AfterAll
    static void close() throws SQLException {
        portal.close();
    }

    @AfterEach
    void nothingIsLeft() {
        owner.sql("delete from portal_request; delete from portal_response").update();
    }

    static Stream<String> relations() {
        return owner
                .sql("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p', 'v', 'm') order by 1")
                .query(String.class)
                .list()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("relations")
    void hasNoPrivilegesOnTables(String table) {
        for (String way : WAYS) {
            String statement = way.replaceAll("\\bT\\b", table);
            if (way.startsWith("update")) {
                statement = statement.replaceAll("\\bid\\b", firstColumn(table));
            }
            assertThat(stateOf(statement)).as(statement).isIn(REFUSED, "42809", "55000");
        }
    }

    @Test
    void hasNoPrivilegesOnSequences() {
        assertThat(owner.sql(
                                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(sequence -> {
                    assertThat(stateOf("select nextval('" + sequence + "')")).isEqualTo(REFUSED);
                    assertThat(stateOf("select setval('" + sequence + "', 1)")).isEqualTo(REFUSED);
                    assertThat(stateOf("select last_value from " + sequence)).isEqualTo(REFUSED);
                });
    }

    @Test
    void mayCallThreeFunctionsOnly() {
        List<String> mine = owner.sql(
                        "select oid::regprocedure::text from pg_proc"
                                + " where pronamespace = 'public'::regnamespace and has_function_privilege('jinbo_portal', oid, 'execute')")
                .query(String.class)
                .list();

        assertThat(mine)
                .containsExactlyInAnyOrder(
                        "put_portal_request(uuid,text,integer)",
                        "withdraw_portal_request(uuid)",
                        "take_portal_response(uuid)");
        for (String call : List.of(
                "select * from take_portal_requests(10)",
                "select put_portal_response(gen_random_uuid(), '{}')",
                "select remove_expired_portal_rows()",
                "select count_registrations(1)",
                "select * from registrations_on(13810001234)",
                "select erase_registrations('{13810001234}', '{2026}', '{2026}', array[sha256('x')])")) {
            assertThat(stateOf(call)).as(call).isEqualTo(REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role jinbo_runtime",
                "set role jinbo_numbers",
                "set role postgres",
                "set session authorization jinbo_runtime",
                "grant jinbo_runtime to jinbo_portal",
                "create role mine",
                "alter role jinbo_runtime password 'mine'",
                "create database mine",
                "create schema mine",
                "create table mine (id int)",
                "create table public.mine (id int)",
                "create temporary table mine (id int)",
                "create function mine() returns int language sql as 'select 1'",
                "create type mine as (id int)",
                "create publication mine",
                "create event trigger mine on ddl_command_start execute function refuse_change()",
                "alter function put_portal_request(uuid, text, int) security invoker",
                "drop function put_portal_request(uuid, text, int)",
                "alter default privileges for role jinbo_runtime grant select on tables to public",
                "copy (select 1) to program 'cat'",
                "copy (select 1) to '/tmp/mine'",
                "select pg_read_file('postgresql.conf')",
                "select pg_ls_dir('.')",
                "select * from pg_authid",
                "select * from pg_statistic",
                "select lo_create(0)",
                "select pg_logical_emit_message(true, 'mine', repeat('x', 1000))",
                "select end_long_portal_transactions(1)",
                "select lo_from_bytea(0, 'x')",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock(1, 0)",
                "select pg_advisory_xact_lock_shared(1, 0)",
                "alter system set fsync = off",
                "set session_replication_role = replica",
                "checkpoint",
                "load 'auto_explain'"
            })
    void nothingIsCreatedTakenOrBroken(String statement) {
        assertThat(stateOf(statement)).isEqualTo(REFUSED);
    }

    /** A caller could redirect a function of the owner to another table by its search path. */
    @Test
    void functionsIgnoreTheSearchPath() throws SQLException {
        UUID request = UUID.randomUUID();
        run("set search_path = pg_temp, pg_catalog");
        try {
            run("select public.put_portal_request('" + request + "', '{}', 60000)");
        } finally {
            run("reset search_path");
        }

        assertThat(asksTaken()).containsExactly(request);
    }

    @Test
    void refusesLargeRequestsWithoutQuotingThem() {
        String large = "1381000" + "1234".repeat(20_000);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run("select put_portal_request(gen_random_uuid(), '" + large + "', 1000)"))
                .satisfies(refused -> {
                    assertThat(refused.getSQLState()).isEqualTo("54000");
                    assertThat(refused.getMessage()).doesNotContain("1381000");
                });
        assertThat(stateOf("select put_portal_request(gen_random_uuid(), '{}', 60001)"))
                .isEqualTo("54000");
        assertThat(stateOf("select put_portal_request(gen_random_uuid(), '{}', 0)"))
                .isEqualTo("54000");
    }

    @Test
    void refusesEmptyRequests() throws SQLException {
        run("select put_portal_request(null, '{}', 1000)");
        run("select put_portal_request(gen_random_uuid(), null, 1000)");

        assertThat(asksTaken()).isEmpty();
    }

    @Test
    void requestIsTakenOnceUnlessWithdrawnOrExpired() throws SQLException {
        UUID first = put(60_000);
        UUID withdrawn = put(60_000);
        UUID second = put(60_000);
        owner.sql("update portal_request set until = now() where id = ?")
                .param(put(60_000))
                .update();

        assertThat(isWithdrawn(withdrawn)).isTrue();
        assertThat(asksTaken()).containsExactlyInAnyOrder(first, second);
        assertThat(asksTaken()).isEmpty();
        assertThat(isWithdrawn(first)).as("too late").isFalse();
    }

    @Test
    void answerIsTakenOnceByItsRequest() throws SQLException {
        UUID request = put(60_000);
        try (Connection other = DriverManager.getConnection(portalUrl)) {
            run(other, "listen jinbo_portal_response");
            exchange.sql("select put_portal_response(?, ?)")
                    .params(request, "{\"answer\":1}")
                    .query((row, number) -> true)
                    .single();

            PGNotification[] heard = other.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(heard).hasSize(1);
            assertThat(heard[0].getParameter()).matches("[0-9a-f]{64}").doesNotContain(request.toString());
            assertThat(answer(other, UUID.randomUUID())).isEmpty();
        }

        assertThat(answer(portal, request)).hasValue("{\"answer\":1}");
        assertThat(answer(portal, request)).isEmpty();
    }

    @Test
    void removesRequestsOfDeadPortals() throws SQLException {
        put(60_000);
        owner.sql("update portal_request set until = now() - interval '2 minutes'")
                .update();
        UUID kept = put(60_000);
        owner.sql("insert into portal_response values (gen_random_uuid(), now() - interval '3 minutes', '{}')")
                .update();

        exchange.sql("select remove_expired_portal_rows()")
                .query((row, number) -> true)
                .single();

        assertThat(owner.sql("select id from portal_request").query(UUID.class).list())
                .containsExactly(kept);
        assertThat(owner.sql("select count(*) from portal_response")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tablesAreUnlogged() {
        assertThat(owner.sql("select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relpersistence = 'u' and relkind = 'r'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("portal_request", "portal_response", "run_progress");
    }

    private static UUID put(int milliseconds) throws SQLException {
        UUID request = UUID.randomUUID();
        run("select put_portal_request('" + request + "', '{}', " + milliseconds + ")");
        return request;
    }

    private static boolean isWithdrawn(UUID request) throws SQLException {
        try (Statement statement = portal.createStatement();
                var row = statement.executeQuery("select withdraw_portal_request('" + request + "')")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Optional<String> answer(Connection connection, UUID request) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select take_portal_response('" + request + "')")) {
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }

    private static List<UUID> asksTaken() {
        return exchange.sql("select of_request from take_portal_requests(100)")
                .query(UUID.class)
                .list();
    }

    private static String firstColumn(String table) {
        return owner.sql("select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum = 1")
                .param(table)
                .query(String.class)
                .single();
    }

    private static void run(String statement) throws SQLException {
        run(portal, statement);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String stateOf(String sql) {
        try {
            run(sql);
            return "done";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
