package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.consumer.portal.remote.AcceptPortalRequests;
import jinbo.consumer.portal.remote.RemotePortal;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.AttackTable;
import jinbo.testing.CapturedLog;
import jinbo.testing.LandlineRows;
import jinbo.testing.Readme;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.Steps;
import jinbo.testing.SystemPostgres;
import jinbo.testing.TestExchange;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange on the system's PostgreSQL, set up as {@code docs/operators/database.md} says, with the rights that it gives. */
@Tag("interop")
class SystemPostgresIT {

    private static final Path PAGE = Path.of("docs/operators/database.md");
    private static final String ONE_ROLE = """
            create role jinbo login password 'jinbo-password';
            create database jinbo owner jinbo encoding 'UTF8' template template0;
            revoke all on database jinbo from public;
            """;
    private static final String UPLOADED =
            "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2026-11-20\r\n010-65551234,TELEMARKETING,2026-11-20\r\n";
    private static final String LIST =
            "mobile,business_line,effective_on,expires_on\r\n13810001234,LIFE,2026-12-04,2028-12-04\r\n";

    private static SystemPostgres postgres;

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");

    @TempDir
    Path home;

    @BeforeAll
    static void start() throws IOException {
        postgres = SystemPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @AfterEach
    void dropAll() {
        postgres.psql(
                "postgres",
                "drop database if exists jinbo with (force);"
                        + " drop role if exists jinbo, jinbo_owner, jinbo_runtime, jinbo_numbers, jinbo_portal;");
    }

    @Test
    void aDatabaseWithoutTheRolesIsLeftAsItIsAndTheSentenceSaysWhichSqlToRun() {
        postgres.psql("postgres", ONE_ROLE);

        assertThatThrownBy(() -> exchange(
                        Map.of("spring.datasource.username", "jinbo", "spring.datasource.password", "jinbo-password")))
                .rootCause()
                .hasMessageContaining("there is no role jinbo_runtime")
                .hasMessageContaining("\"Roles\"")
                .hasMessageContaining("docs/operators/database.md");

        assertThat(postgres.psql("jinbo", "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            revoke jinbo_numbers from jinbo_runtime; the role jinbo_runtime is not a member of jinbo_numbers
            grant jinbo_numbers to jinbo_runtime with inherit true; the role jinbo_runtime inherits the rights of jinbo_numbers
            """)
    void rolesThatDoNotKeepNumbersApartAreNotStartedWith(String mistake, String sentence) {
        setUp("Roles");
        // the server may be older than the way in which newer ones write it
        postgres.psql("postgres", "\\set ON_ERROR_STOP 0\n" + mistake + ";\nalter role jinbo_runtime inherit;");

        assertThatThrownBy(() -> exchange(both())).rootCause().hasMessageContaining(sentence);
    }

    @Test
    void theOwnerMigratesButDoesNotWork() {
        setUp("Roles");

        assertThatThrownBy(() -> exchange(Map.of(
                        "spring.datasource.username", "jinbo_owner", "spring.datasource.password", "owner-password")))
                .hasStackTraceContaining(
                        "The role jinbo_owner can reach the phone numbers in block and block_page and call_case_number and call_case_supplement and last_consumer_registration and");
    }

    @Test
    void aLoginOfAnotherNameThatIsAMemberOfTheRuntimeRoleWorksToo() {
        setUp("Roles");
        exchange(both()).close();
        postgres.psql("jinbo", "create role clerk login password 'clerk-password'; grant jinbo_runtime to clerk;");
        try (TestExchange exchange = reopened(
                Map.of("spring.datasource.username", "clerk", "spring.datasource.password", "clerk-password"))) {
            aWholeCycle(exchange);
        } finally {
            postgres.psql("postgres", "drop role clerk;");
        }
    }

    @Test
    void theRuntimeRoleRunsTheWholeCycleAndMayNoMoreThanItNeeds() {
        Steps steps = new Steps();
        String told = steps.take("the roles are set up as the page says", () -> {
            setUp("Roles");
            return typed(Readme.blocksUnder(PAGE, "Roles", "sh"));
        });
        steps.take(
                "both starts find no insurers",
                () -> assertThat(told.split("No insurers yet", -1))
                        .as("both starts")
                        .hasSize(3));
        steps.take("a whole cycle runs", () -> {
            try (TestExchange exchange = exchange(runtime())) {
                aWholeCycle(exchange);
            }
        });
        steps.take(
                "the owner owns every table",
                () -> assertThat(postgres.psql(
                                "jinbo", "select tableowner from pg_tables where schemaname = 'public' group by 1"))
                        .isEqualTo("jinbo_owner\n"));
        steps.take("the runtime role may do no more than it needs", () -> {
            for (String forbidden : new String[] {
                "create table mine (x int)",
                "create temporary table mine (x int)",
                "create schema mine",
                "create function mine() returns int language sql as 'select 1'",
                "alter table registration_page add x int",
                "drop table finding_page",
                "truncate finding_page",
                "select count(*) from registration",
                "select * from block",
                "select * from block_page",
                "insert into block_page select * from block_page",
                "set role jinbo_owner",
                "set role jinbo_numbers; delete from registration_page",
                "set role jinbo_numbers; update registration_page set registrations = registrations",
                "set role jinbo_numbers; update registration_row set line = 0",
                "set role jinbo_numbers; insert into access_log_entry overriding system value select * from access_log_entry",
                "delete from registration_page",
                "update registration_row set line = 0",
                "select erase_registrations('{13810001234}', '{2012}', '{2012}', '{x}')",
                "update registration_batch set revision = 0",
                "delete from registration_batch",
                "update access_log_entry set purpose = ''",
                "delete from access_log_entry",
                "alter table access_log_entry disable trigger all",
                "delete from block_list",
                "update block_list set sha256 = ''",
                "update answer set sha256 = ''",
                "delete from inbound_file",
                "update calendar_day set day = now()",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "select setval('registration_batch_id_seq', 1)",
                "begin; lock table registration_page in access exclusive mode",
                "set session_replication_role = replica",
                "grant select on registration to public"
            }) {
                Shell.Answer answer = postgres.psql("jinbo_runtime", "runtime-password", "jinbo", forbidden + ";");
                assertThat(answer.exit() + " " + answer.err())
                        .as(forbidden)
                        .matches("(?s).*(permission denied|must be owner|no privileges were granted).*");
            }
        });
    }

    @Test
    void aPortalOfItsOwnHasItsRoleAsThePageSaysAndTheProgramGoesOn()
            throws IOException, InterruptedException, SQLException {
        setUp("Roles");
        setUp("The portal's role");
        try (TestExchange exchange = exchange(both());
                AcceptPortalRequests.Open requestQueue =
                        exchange.bean(AcceptPortalRequests.class).open();
                CapturedLog log = new CapturedLog();
                RemotePortal portal = RemotePortal.open(
                        home.resolve("portal"),
                        Map.of(
                                "spring.datasource.url", postgres.url("jinbo"),
                                "spring.datasource.username", "jinbo_portal",
                                "spring.datasource.password", "portal-password",
                                "jinbo.portal.port", "0"))) {
            assertThat(requestQueue).isNotNull();
            assertThat(statusOf(portal.url() + "/")).isEqualTo(200);
            AttackTable.row(
                    "portal: its login, over the system's PostgreSQL, raises what it may write into temporary files",
                    "permission denied",
                    refused("set temp_file_limit = -1"));
            AttackTable.row(
                    "portal: its login, over the system's PostgreSQL, writes into the write-ahead log",
                    "permission denied",
                    refused("select pg_logical_emit_message(true, 'mine', 'x')"));
            AttackTable.row(
                    "portal: its login, over the system's PostgreSQL, stays in a transaction",
                    "the session is ended",
                    whoStaysInATransaction());
            assertThat(log.linesOf(RemotePortal.class.getPackageName())).isEmpty();
            aWholeCycle(exchange);

            postgres.restart("fast");

            assertThat(statusOf(portal.url() + "/confirmation-key")).isEqualTo(200);
        }
    }

    private static String refused(String statement) {
        String said = postgres.psql("jinbo_portal", "portal-password", "jinbo", statement + ";")
                .err();
        return said.contains("permission denied") ? "permission denied" : said;
    }

    /** Where the owner of the functions is no superuser. */
    private static String whoStaysInATransaction() throws SQLException {
        try (Connection stuck = DriverManager.getConnection(postgres.url("jinbo"), "jinbo_portal", "portal-password");
                Statement statement = stuck.createStatement()) {
            statement.execute("listen mine; set idle_in_transaction_session_timeout = 0; begin; select 1");
            assertThat(postgres.psql(
                                    "jinbo_runtime",
                                    "runtime-password",
                                    "jinbo",
                                    "select end_long_portal_transactions(1);")
                            .succeeded()
                            .out())
                    .isEqualTo("1\n");
            statement.execute("select 1");
            return "the session goes on";
        } catch (SQLException ended) {
            return "57P01".equals(ended.getSQLState()) || "08006".equals(ended.getSQLState())
                    ? "the session is ended"
                    : ended.getMessage();
        }
    }

    private static int statusOf(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aStartByTheRuntimeRoleThatFindsAMigrationMissingChangesNothing() {
        setUp("Roles");

        assertThatThrownBy(() -> exchange(runtime()))
                .rootCause()
                .hasMessageContaining("permission denied for schema public");

        assertThat(postgres.psql("jinbo", "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0\n");
    }

    @ParameterizedTest(name = "pg_ctl restart -m {0}")
    @ValueSource(strings = {"fast", "immediate"})
    void aRestartInTheMiddleOfAMergeAndOfAPublicationIsToldAndMadeUpForOnce(String mode) {
        Steps steps = new Steps();
        setUp("Roles");
        try (TestExchange exchange = exchange(both())) {
            DeliveryIntegrityCheck deliveryIntegrityCheck = new DeliveryIntegrityCheck(exchange, "YUNHE");
            CollectReport broken = steps.take("the server is restarted in the middle of a merge", () -> {
                exchange.upload("YUNHE", "complaints-YUNHE-20261124-001.csv.pgp", UPLOADED);
                exchange.at(FaultPoint.MERGING, () -> postgres.restart(mode));

                return exchange.collect();
            });
            steps.take("the report names the database, and nothing is answered", () -> {
                assertThat(broken.everythingAnswered()).isFalse();
                assertThat(broken.problems().toString())
                        .contains("the database")
                        .doesNotContain("13810001234");
                assertThat(exchange.listing("YUNHE", "download")).isEmpty();
            });
            steps.take("the next run makes up for it once", () -> {
                assertThat(exchange.collect().problems()).isEmpty();
                assertThat(exchange.collect().files()).as("nothing is left").isEmpty();
                assertThat(exchange.sql()
                                .sql("select revision from registry_head")
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
                deliveryIntegrityCheck.row(
                        "system's PostgreSQL", "restart -m " + mode + " in the middle of a merge", 1);
            });
            PublishReport halted = steps.take("the server is restarted in the middle of a publication", () -> {
                exchange.at(FaultPoint.SEALING, () -> postgres.restart(mode));
                return exchange.publish();
            });
            steps.take("the report names the database, and nothing is half visible", () -> {
                assertThat(halted.everythingDelivered()).isFalse();
                assertThat(halted.problems().toString())
                        .contains("the database")
                        .doesNotContain("13810001234");
                assertThat(deliveryIntegrityCheck.halfVisible()).isZero();
            });
            steps.take("the next run publishes", () -> {
                assertThat(exchange.publish().problems()).isEmpty();
                assertThat(exchange.lists("YUNHE").whole()).isEqualTo(LIST);
                deliveryIntegrityCheck.row(
                        "system's PostgreSQL", "restart -m " + mode + " in the middle of sealing", 1);
            });
        }
    }

    private static void aWholeCycle(TestExchange exchange) {
        exchange.upload("YUNHE", "complaints-YUNHE-20261124-001.csv.pgp", UPLOADED);
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20261124-002.csv.pgp",
                "mobile,complaint,complained_on\r\n" + LandlineRows.of(20, ",TELEMARKETING,2026-11-20\r\n"));

        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();

        assertThat(exchange.receiptOf("YUNHE", "complaints-YUNHE-20261124-001").status())
                .isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
        assertThat(exchange.receiptOf("YUNHE", "complaints-YUNHE-20261124-002").status())
                .isEqualTo(ReceiptStatus.HELD);
        assertThat(exchange.text("YUNHE", "blocklist-YUNHE-00000001-full.csv.pgp"))
                .isEqualTo(LIST);
        new DeliveryIntegrityCheck(exchange, "YUNHE").row("system's PostgreSQL", "none: the whole cycle", 0);
    }

    private static void setUp(String section) {
        postgres.psql("postgres", Readme.blocksUnder(PAGE, section, "sql"));
    }

    private static Map<String, String> runtime() {
        return Map.of("spring.datasource.username", "jinbo_runtime", "spring.datasource.password", "runtime-password");
    }

    private static Map<String, String> both() {
        Map<String, String> both = new TreeMap<>(runtime());
        both.put("spring.flyway.user", "jinbo_owner");
        both.put("spring.flyway.password", "owner-password");
        return both;
    }

    private TestExchange exchange(Map<String, String> login) {
        return TestExchange.start(home, clock, settings(login));
    }

    private TestExchange reopened(Map<String, String> login) {
        return TestExchange.reopen(home, clock, settings(login));
    }

    private static Map<String, String> settings(Map<String, String> login) {
        Map<String, String> settings = new TreeMap<>(login);
        settings.put("spring.datasource.url", postgres.url("jinbo"));
        return settings;
    }

    /** At a shell, with the classes for the jar and this cluster's port for PostgreSQL's own. */
    private String typed(String commands) {
        String before = "java() { shift 2; '%s' --lang en \"$@\"; }\n".formatted(String.join("' '", TestJvm.program()));
        return new Shell(home, Map.of("JINBO_HOME", home.resolve("by-hand").toString()))
                .run(
                        "bash",
                        "-e",
                        "-c",
                        before
                                + commands.replace(
                                        "//127.0.0.1:5432/jinbo",
                                        postgres.url("jinbo").substring(16)))
                .succeeded()
                .out();
    }
}
