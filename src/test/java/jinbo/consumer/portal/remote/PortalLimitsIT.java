package jinbo.consumer.portal.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.platform.home.DatabaseAddress;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.testing.AttackTable;
import jinbo.testing.Readme;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Limits of server resources for the portal's login. */
@Timeout(60)
class PortalLimitsIT {

    private static final String REFUSED = "42501";
    private static final String TOO_LARGE = "53400";
    private static final String QUEUE_FULL = "54000";

    @TempDir
    private static Path folder;

    private static TestExchange exchange;
    private static JdbcClient superuser;
    private static String url;

    @BeforeAll
    static void open() {
        exchange = TestExchange.reopen(
                folder.resolve("home"),
                new SettableClock("2026-11-24T09:00:00+08:00"),
                Map.of("spring.datasource.url", EmbeddedDatabase.AS_URL));
        superuser = JdbcClient.create(exchange.owner());
        superuser.sql("alter role jinbo_portal password 'portal-password'").update();
        String page = Readme.blocksUnder(Path.of("docs/operators/database.md"), "The portal's role", "sql");
        String connect = "\\connect jinbo\n";
        superuser.sql(page.substring(page.indexOf(connect) + connect.length())).update();
        DatabaseAddress address = exchange.bean(EmbeddedDatabase.class).superuser();
        url = address.url() + (address.url().contains("?") ? "&" : "?") + "user=jinbo_portal&password=portal-password";
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set temp_file_limit = -1",
                "set local temp_file_limit = '1TB'",
                "set temp_file_limit to default",
                "reset temp_file_limit",
                "select set_config('temp_file_limit', '-1', false)",
                "alter role jinbo_portal set temp_file_limit = -1",
                "alter role jinbo_portal reset temp_file_limit",
                "alter role all set temp_file_limit = -1",
                "alter database postgres set temp_file_limit = -1",
                "alter system set temp_file_limit = -1",
                "alter role jinbo_portal connection limit -1",
                "set log_min_messages = debug5",
                "set log_min_error_statement = debug5",
                "set log_statement = 'all'",
                "select pg_logical_emit_message(true, 'mine', repeat('x', 1000))",
                "select lo_from_bytea(0, 'x')",
                "create temporary table mine as select 1"
            })
    void whatLimitsItIsNotChangedByIt(String statement) {
        AttackTable.row("portal: its login, " + statement, REFUSED, stateOf(statement));
    }

    @Test
    void resetsItsChanges() throws SQLException {
        for (String reset : List.of("reset all", "discard all", "alter role jinbo_portal reset all")) {
            try (Connection portal = portal()) {
                run(portal, reset);
                assertThat(limitIn(portal)).as(reset).isEqualTo("1MB");
            }
        }
        try (Connection portal = portal()) {
            assertThat(limitIn(portal)).isEqualTo("1MB");
        }
        assertThat(stateOfConnecting(url + "&options=-c%20temp_file_limit=-1")).isEqualTo(REFUSED);
        assertThat(stateOfConnecting(url.replace("/postgres", "/template1"))).isEqualTo(REFUSED);
        restoreRole();
    }

    @Test
    void limitsTemporaryFiles() {
        AttackTable.row(
                "portal: its login sorts a million rows, with as little memory as can be",
                TOO_LARGE,
                stateOf("set work_mem = '64kB'; select count(*) from (select g from generate_series(1, 1000000) g"
                        + " order by -g offset 1) s"));
    }

    /** Listens in an open transaction, so that the notification queue fills up. */
    @Test
    void fullNotificationQueueSilencesNotificationsOnly() throws SQLException {
        try (Connection stuck = portal()) {
            run(stuck, "listen mine");
            run(stuck, "begin");
            run(stuck, "select 1");
            String flood = "select pg_notify('mine', g || repeat('x', 7900)) from generate_series(1, 2000) g";
            assertThat(Stream.generate(() -> stateOf(flood)).limit(8)).contains(QUEUE_FULL);

            AttackTable.row(
                    "portal: its login keeps the queue of notifications full; a visitor asks",
                    "an answer",
                    answerToAVisitor());
            exchange.sql()
                    .sql("select end_long_portal_transactions(1)")
                    .query(Long.class)
                    .single();
            AttackTable.row(
                    "portal: its login stays in a transaction",
                    "the session is ended, and the queue is cleared",
                    (isEnded(stuck) ? "the session is ended" : "the session goes on")
                            + (isQueueCleared() ? ", and the queue is cleared" : ", and the queue is full"));
        }
    }

    @Test
    void namesMissingLimits() {
        PortalLogin login = new PortalLogin(new DriverManagerDataSource(url));
        login.verify();
        assertThat(login.missingLimits()).isEmpty();
        try {
            superuser
                    .sql("alter role jinbo_portal reset all; alter role jinbo_portal connection limit -1;"
                            + " grant set on parameter temp_file_limit to jinbo_portal;"
                            + " grant connect on database template1 to public")
                    .update();

            assertThat(login.missingLimits())
                    .containsExactlyInAnyOrder(
                            "temp_file_limit is -1 kB",
                            "it may set temp_file_limit",
                            "it may open any number of connections",
                            "it may use the database template1, too");
        } finally {
            superuser
                    .sql("revoke set on parameter temp_file_limit from jinbo_portal;"
                            + " revoke connect on database template1 from public")
                    .update();
            restoreRole();
        }
    }

    /** PostgreSQL clears the queue when a session asks for its usage. */
    private static boolean isQueueCleared() {
        return Stream.generate(() -> exchange.sql()
                        .sql("select pg_notification_queue_usage() < 0.25")
                        .query(Boolean.class)
                        .single())
                .limit(10_000)
                .anyMatch(Boolean::booleanValue);
    }

    private static String answerToAVisitor() {
        RemotePortalSettings patient = new RemotePortalSettings(8, Duration.ofSeconds(20), Duration.ofSeconds(30));
        try (RemoteExchange outside = new RemoteExchange(new DriverManagerDataSource(url), patient);
                AcceptPortalRequests.Open queue =
                        exchange.bean(AcceptPortalRequests.class).open()) {
            assertThat(queue).isNotNull();
            return outside.consumerService().insurers().isEmpty() ? "an answer" : "an unexpected answer";
        }
    }

    private static void restoreRole() {
        String page = Readme.blocksUnder(Path.of("docs/operators/database.md"), "The portal's role", "sql");
        page.lines()
                .filter(line -> line.startsWith("alter role"))
                .forEach(line -> superuser.sql(line).update());
    }

    private static boolean isEnded(Connection connection) {
        try {
            run(connection, "select 1");
            return false;
        } catch (SQLException e) {
            return Stream.of("57P01", "08006", "08003").anyMatch(e.getSQLState()::equals);
        }
    }

    private static String limitIn(Connection portal) throws SQLException {
        try (Statement statement = portal.createStatement();
                var row = statement.executeQuery("show temp_file_limit")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection portal() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static String stateOf(String sql) {
        try (Connection portal = portal()) {
            run(portal, sql);
            return "done";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private static String stateOfConnecting(String to) {
        try (Connection portal = DriverManager.getConnection(to)) {
            return "connected to " + portal.getCatalog();
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
