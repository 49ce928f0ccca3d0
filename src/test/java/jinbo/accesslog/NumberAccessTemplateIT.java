package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.NumberAccessTemplate.NumberAccessRoleException;
import jinbo.testing.BlockRowWriter;
import jinbo.testing.RegistrationRowWriter;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestSlice;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** The program cannot reach tables with phone numbers without an open access. */
class NumberAccessTemplateIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final String NUMBER = "13810001234";
    private static final String ACT = RegistrationRowWriter.insert(
            "values (7::bigint, 2, " + NUMBER + ", 1, 0, date '2012-09-20', date '2012-10-09', date '2014-10-09')");

    /** Statements with {@code T} for the table. */
    private static final List<String> WAYS = List.of(
            "select * from T",
            "select mobile from T",
            "select count(*) from T",
            "select 1 from T limit 0",
            "select exists (select from T where mobile = " + NUMBER + ")",
            "select (select max(mobile) from T)",
            "select x.* from generate_series(1, 1) g, lateral (select * from T) x",
            "table T",
            "explain analyze select * from T",
            "select * from T for update",
            "select * from T tablesample system (100)",
            "declare c cursor for select * from T",
            "deallocate all; prepare p as select * from T; execute p",
            "do $$ begin perform * from T; end $$",
            "select query_to_xml('select * from T', true, true, '')",
            "select table_to_xml('T', true, true, '')",
            "select cursor_to_xml('c', 1, true, true, '') from T",
            "copy T to stdout",
            "copy (select * from T) to stdout",
            "copy (select mobile from T) to program 'cat'",
            "copy T from stdin",
            "create view mine as select * from T",
            "create temporary view mine as select * from T; select * from mine",
            "create materialized view mine as select * from T",
            "create temporary table mine as select * from T",
            "create table mine (like T including all)",
            "create function mine() returns setof T language sql as 'select * from T'",
            "create index mine on T (mobile)",
            "create trigger mine after insert on T execute function refuse_change()",
            "create rule mine as on insert to T do also select 1",
            "insert into T default values",
            "insert into T select * from T",
            "update T set mobile = mobile",
            "delete from T",
            "merge into T using (select 1) x on true when matched then delete",
            "truncate T",
            "lock table T in access share mode",
            "analyze T; select * from T",
            "alter table T add x int",
            "alter table T owner to jinbo_runtime",
            "drop table T",
            "grant select on T to public",
            "set role postgres; select * from T",
            "set session authorization postgres; select * from T");

    private static TestSlice parts;
    private static AccessLog log;
    private static NumberAccessTemplate gate;

    @BeforeAll
    static void aRegistrationAndItsBlock() {
        parts = new TestSlice(CLOCK, "jinbo.accesslog");
        log = parts.bean(AccessLog.class);
        gate = parts.bean(NumberAccessTemplate.class);
        parts.sql().sql(ACT).update();
        parts.sql()
                .sql(BlockRowWriter.insert(
                                "values (" + NUMBER + ", 1::smallint, date '2012-10-09', date '2014-10-09', 1)")
                        + ";"
                        + "insert into registration_row values (8, 1, " + NUMBER
                        + ", 0, null, null, '2012-10-09', '2012-10-09');"
                        + "insert into last_consumer_registration values (" + NUMBER + ", '2012-09-21', 1);"
                        + "insert into person values (1, 'wang', 'Wang', 'OPERATOR', 'ssh-ed25519 x', now(), 'wang');"
                        + "insert into request values (1, '{cancel}', 'CHOOSE_FOR_CONSUMERS', 'asked', 'wang', 'wang',"
                        + " now(), now());"
                        + "insert into request_number values (1, " + NUMBER + ");"
                        + "insert into call_case (id, number, called_at, purpose, subject, opened_at, source) overriding system value"
                        + " values (1, 'C2012-7KQ2M9XW-Y', now(), 'SALES', '2012:' || repeat('0', 64), now(), 'CONSUMER');"
                        + "insert into call_case_number values (1, " + NUMBER + ", null, '');"
                        + "insert into call_case_supplement (call_case, mobile, words, at) values (1, " + NUMBER
                        + ", 'x', now()); analyze")
                .update();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    static Stream<String> tablesWithNumbers() {
        return parts.sql().sql("""
                select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name in ('mobile', 'thousand') and t.table_type = 'BASE TABLE' order by 1
                """).query(String.class).list().stream();
    }

    @Test
    void theTablesWithNumbersAreThoseWithSuchAColumn() {
        assertThat(tablesWithNumbers())
                .containsExactly(
                        "block_page",
                        "call_case_number",
                        "call_case_supplement",
                        "last_consumer_registration",
                        "registration_page",
                        "registration_row",
                        "request_number");
    }

    @ParameterizedTest
    @MethodSource("tablesWithNumbers")
    void noWayLeadsToThemPastTheGate(String table) {
        for (String way : WAYS) {
            String statement = way.replaceAll("\\bT\\b", table)
                    .replaceAll("\\bmobile\\b", table.endsWith("_page") ? "thousand" : "mobile");
            assertThat(stateOf(statement)).as(statement).isEqualTo("42501");
        }
        assertThat(parts.count(table)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("tablesWithNumbers")
    void statisticsQuoteNoneOfTheirValues(String table) throws SQLException {
        try (Connection program = parts.dataSource().getConnection();
                var statement = program.createStatement()) {
            for (String view : List.of("pg_stats", "pg_stats_ext")) {
                assertThat(statement
                                .executeQuery("select 1 from " + view + " where tablename = '" + table + "'")
                                .next())
                        .as(view)
                        .isFalse();
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.executeQuery("select * from pg_statistic"))
                    .withMessageContaining("permission denied");
        }
    }

    /**
     * Views with the caller's rights, and the two functions with the owner's, are no way around the gate. One function
     * only counts; the one that erases needs the open gate.
     */
    @Test
    void viewsAndOwnersFunctionsAreNoWayAroundTheGate() {
        assertThat(parts.sql()
                        .sql("select relname || ' ' || coalesce(reloptions::text, '') from pg_class"
                                + " where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "block_scope {security_invoker=true}",
                        "block {security_invoker=true}",
                        "registration {security_invoker=true}",
                        "finding {security_invoker=true}",
                        "newest_case_event {security_invoker=true}",
                        "newest_case_party {security_invoker=true}",
                        "scheduled_tasks_for_all {security_invoker=true,check_option=local}",
                        "scheduled_tasks_of_insurers {security_invoker=true,check_option=local}",
                        "scheduled_tasks_of_partitions {security_invoker=true,check_option=local}",
                        "newest_case_decision {security_invoker=true}",
                        "newest_sanction_event {security_invoker=true}");
        for (String way : List.of(
                "select * from block",
                "select count(*) from block",
                "copy block to stdout",
                "select * from registration",
                "select * from registrations_on(" + NUMBER + ")",
                "select erase_registrations('{" + NUMBER + "}', '{2012}', '{2012}', array[sha256('x')])")) {
            assertThat(stateOf(way)).as(way).isEqualTo("42501");
        }
        assertThat(parts.sql()
                        .sql(
                                "select oid::regprocedure || ' ' || prorettype::regtype from pg_proc"
                                        + " where pronamespace = 'public'::regnamespace and prosecdef"
                                        + " and proname not in ('put_portal_request', 'withdraw_portal_request', 'take_portal_response',"
                                        + " 'take_portal_requests', 'put_portal_response', 'remove_expired_portal_rows', 'end_long_portal_transactions')")
                        .query(String.class)
                        .list())
                .as("beside those of the request queue, which holds nothing of the registry")
                .containsExactlyInAnyOrder(
                        "count_registrations(bigint) bigint",
                        "erase_registrations(bigint[],integer[],integer[],bytea[]) bigint");
        assertThat(parts.sql()
                        .sql(
                                "select has_function_privilege('public', 'count_registrations(bigint)', 'execute')"
                                        + " or has_function_privilege('public', 'erase_registrations(bigint[], int[], int[], bytea[])', 'execute')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void anAnnouncedAccessReadsThem() {
        assertThat(numbersFoundUnder(permit())).isEqualTo(1);
    }

    @Test
    void theRoleIsGoneAfterTheWorkAndAfterAFailureOfIt() throws SQLException {
        try (Connection program = transaction()) {
            AccessPermit permit = permit();
            assertThat(gate.<String, SQLException>open(permit, program, NumberAccessTemplateIT::role))
                    .isEqualTo("jinbo_numbers");
            assertThat(role(program)).isEqualTo("jinbo_runtime");

            assertThatThrownBy(() -> gate.open(permit, program, open -> {
                        throw new IllegalStateException("the work fails");
                    }))
                    .hasMessage("the work fails");
            assertThat(role(program)).isEqualTo("jinbo_runtime");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> gate.<Integer, SQLException>open(permit, program, open -> {
                        try (var statement = open.createStatement()) {
                            return statement.executeUpdate("delete from registration_page");
                        }
                    }))
                    .withMessageContaining("permission denied")
                    .satisfies(refused -> assertThat(refused.getSuppressed())
                            .singleElement(InstanceOfAssertFactories.THROWABLE)
                            .hasMessageContaining("cannot be released before the transaction ends"));
            program.rollback();
            assertThat(role(program)).isEqualTo("jinbo_runtime");
        }
    }

    @Test
    void connectionLosesRoleWhenTransactionEndsInsideGate() throws SQLException {
        try (Connection program = transaction()) {
            gate.<Boolean, SQLException>open(permit(), program, open -> {
                open.commit();
                assertThat(role(open)).isEqualTo("jinbo_runtime");
                return true;
            });
        }
    }

    @Test
    void otherConnectionsAreNotLetThroughWithIt() throws SQLException {
        try (Connection program = transaction()) {
            gate.<Boolean, SQLException>open(permit(), program, open -> {
                assertThat(stateOf("select * from block")).isEqualTo("42501");
                return true;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into access_log_entry overriding system value select * from access_log_entry",
                "delete from access_log_open",
                "update inbound_file set rows = 0",
                "delete from registration_page",
                "delete from registration_row",
                "delete from withdrawal",
                "update registration_page set registrations = registrations",
                "update registration_row set mobile = null, subject = sha256('x'), subject_epoch = 2012",
                "truncate block_page",
                "create temporary table mine as select * from block"
            })
    void openGateAllowsChangesOfRegistrationsAndBlocksOnly(String statement) throws SQLException {
        parts.sql()
                .sql("revoke temporary on database "
                        + parts.sql()
                                .sql("select current_database()")
                                .query(String.class)
                                .single() + " from public")
                .update();
        try (Connection program = transaction()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> gate.<Integer, SQLException>open(permit(), program, open -> {
                        try (var sql = open.createStatement()) {
                            return sql.executeUpdate(statement);
                        }
                    }))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void aPermitIsWorthNothingOnceItsAccessIsOver() {
        AccessPermit permit = permit();
        parts.inTransaction(() -> log.complete(permit, "DONE", 1));

        assertThatExceptionOfType(AccessAlreadyEndedException.class).isThrownBy(() -> numbersFoundUnder(permit));
    }

    @Test
    void aPermitWhoseIntentIsNotInTheLogOpensNothing() {
        AccessPermit forged = new AccessPermit(4711, permit().access());

        assertThatExceptionOfType(AccessAlreadyEndedException.class).isThrownBy(() -> numbersFoundUnder(forged));
    }

    @Test
    void outsideATransactionItStaysClosed() throws SQLException {
        try (Connection program = parts.dataSource().getConnection()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> gate.open(permit(), program, open -> true))
                    .withMessageContaining("outside a transaction");
            assertThat(role(program)).isEqualTo("jinbo_runtime");
        }
    }

    @Test
    void aLogThatSomebodyHasLockedOpensNothing() throws SQLException {
        AccessPermit permit = permit();
        try (Connection somebody =
                TestDatabase.owner(parts.dataSource().getJdbcUrl()).getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("lock table access_log_entry, access_log_open");

            assertThatExceptionOfType(AccessLogUnavailableException.class)
                    .isThrownBy(() -> numbersFoundUnder(permit))
                    .withMessageContaining("was refused");
        }
        assertThat(numbersFoundUnder(permit)).isEqualTo(1);
    }

    @Test
    void unavailableLogGivesNoPermitAndOpensNoGate() {
        AccessPermit permit = permit();
        parts.sql()
                .sql("revoke all on access_log_entry, access_log_open from jinbo_runtime")
                .update();
        try {
            assertThatExceptionOfType(AccessLogUnavailableException.class).isThrownBy(NumberAccessTemplateIT::permit);
            assertThatExceptionOfType(AccessLogUnavailableException.class).isThrownBy(() -> numbersFoundUnder(permit));
        } finally {
            parts.sql()
                    .sql("grant select, insert on access_log_entry to jinbo_runtime;"
                            + "grant select, insert, delete on access_log_open to jinbo_runtime")
                    .update();
        }
    }

    @Test
    void theProgramStartsWhereTheGateIsTheOnlyWay() {
        gate.requireClosed();
    }

    @Test
    void aLoginThatCouldReachNumbersAsItIsIsNotStartedWith() {
        try (TestSlice asOwner = TestSlice.asOwner(CLOCK, "jinbo.accesslog")) {
            assertThatExceptionOfType(NumberAccessRoleException.class)
                    .isThrownBy(() -> asOwner.bean(NumberAccessTemplate.class).requireClosed())
                    .withMessageContaining(
                            "The role postgres can reach the phone numbers in block and block_page and call_case_number and call_case_supplement"
                                    + " and last_consumer_registration and"
                                    + " registration and registration_page and registration_row"
                                    + " and request_number")
                    .withMessageContaining("jinbo_runtime")
                    .withMessageContaining("docs/operators/database.md");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant select (thousand) on block_page to jinbo_runtime",
                "grant insert on block_page to public",
                "grant delete on block_page to jinbo_runtime",
                "create table later (mobile bigint)",
                "create view later as select mobile from block"
            })
    void aHoleThatSomebodyMadeIsNamedAtTheNextStart(String hole) {
        parts.sql().sql(hole).update();
        try {
            assertThatExceptionOfType(NumberAccessRoleException.class)
                    .isThrownBy(gate::requireClosed)
                    .withMessageContaining(hole.contains("later") ? "in later without" : "in block_page without");
        } finally {
            parts.sql()
                    .sql("revoke all on block_page from public, jinbo_runtime")
                    .update();
            parts.sql()
                    .sql(hole.contains("view") ? "drop view later" : "drop table if exists later")
                    .update();
        }
    }

    private static AccessPermit permit() {
        return log.begin(
                new Access(Actor.batch(), AccessAction.VERIFY_REGISTRY, "a test", Optional.empty(), "registry"));
    }

    private static Connection transaction() throws SQLException {
        Connection connection = parts.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long numbersFoundUnder(AccessPermit permit) {
        try (Connection program = transaction()) {
            return gate.<Long, SQLException>open(permit, program, open -> {
                try (var statement = open.createStatement();
                        var row = statement.executeQuery("select count(*) from block where mobile = " + NUMBER)) {
                    row.next();
                    return row.getLong(1);
                }
            });
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The SQL state with which the login role is refused. */
    private static String stateOf(String statement) {
        try (Connection program = parts.dataSource().getConnection()) {
            try {
                if (statement.startsWith("copy")) {
                    program.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(statement)
                            .cancelCopy();
                } else {
                    try (var sql = program.createStatement()) {
                        program.setAutoCommit(false);
                        sql.execute(statement);
                    }
                }
                return "not refused";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                if (!program.getAutoCommit()) {
                    program.rollback();
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String role(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }
}
