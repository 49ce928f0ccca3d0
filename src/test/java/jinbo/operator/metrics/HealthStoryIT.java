package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jinbo.batch.schedule.ManualScheduleFixture;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part says when it is not well, and the others do not say so with it. */
class HealthStoryIT {

    private static final Map<String, String> SETTINGS = Map.of(
            "jinbo.monitoring.port", "0", "jinbo.monitoring.read-every", "1s", "jinbo.drop.connect-within", "1s");

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T17:00:00+08:00");
    private TestExchange exchange;
    private ManualScheduleFixture node;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock, SETTINGS);
        node = new ManualScheduleFixture(exchange, "one");
        clock.pass(Duration.ofMinutes(15));
        node.turn();
    }

    @AfterEach
    void end() {
        exchange.close();
    }

    @Test
    void aDropThatIsDownNeedsAttentionAndNoRestart() {
        Steps steps = new Steps();
        steps.take("a drop is down for a quarter of an hour", () -> {
            exchange.sql()
                    .sql(
                            "update insurer set drop_url = 'sftp://jinbo@127.0.0.1:1', drop_keys = array['SHA256:' || repeat('A', 43)]"
                                    + " where code = 'BEIDOU'")
                    .update();
            clock.pass(Duration.ofMinutes(15));
            node.turn();
        });

        try (MonitoringClient watched = MonitoringClient.watch(exchange)) {
            steps.take("it needs attention", () -> {
                assertThat(state(watched, "/drops/BEIDOU")).isEqualTo("ATTENTION");
                assertThat(state(watched, "/drops/YUNHE")).isEqualTo("UP");
                assertThat(state(watched, "/drops")).isEqualTo("ATTENTION");
                assertThat(state(watched, "")).isEqualTo("ATTENTION");
            });
            steps.take("the process needs no restart", () -> {
                assertThat(watched.status("/actuator/health")).isEqualTo(200);
                assertThat(state(watched, "/readiness")).isEqualTo("UP");
            });
            steps.take(
                    "the failure is counted",
                    () -> assertThat(watched.metric("jinbo_run_failures{insurer=\"BEIDOU\",job=\"collect-uploads\"}"))
                            .isEqualTo(1));
        }
    }

    @Test
    void aRunThatIsOverdueIsASignThatNobodyServes() {
        clock.pass(Duration.ofMinutes(35));
        try (MonitoringClient watched = MonitoringClient.watch(exchange)) {
            assertThat(state(watched, "/schedule")).isEqualTo("ATTENTION");
            assertThat(state(watched, "/drops")).isEqualTo("UP");
            assertThat(watched.metric("jinbo_run_overdue_seconds{insurer=\"YUNHE\",job=\"collect-uploads\"}"))
                    .isEqualTo(20 * 60);
        }
    }

    @Test
    void anAlarmOfTheAccessLogIsTold() {
        exchange.sql()
                .sql("insert into access_log_alarm (kind, detail, at) values ('TREE_DAMAGED', 'a test', now())")
                .update();
        try (MonitoringClient watched = MonitoringClient.watch(exchange)) {
            assertThat(state(watched, "/accessLog")).isEqualTo("ATTENTION");
            assertThat(watched.metric("jinbo_access_log_alarms")).isEqualTo(1);
        }
    }

    @Test
    void aSchemaOfAnotherVersionIsTold() {
        new org.springframework.jdbc.core.JdbcTemplate(exchange.owner())
                .update(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                                + " execution_time, success) values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
        try (MonitoringClient watched = MonitoringClient.watch(exchange)) {
            assertThat(state(watched, "/database")).isEqualTo("OUT_OF_SERVICE");
            assertThat(watched.status("/actuator/health/readiness")).isEqualTo(503);
            assertThat(watched.status("/actuator/health/liveness")).isEqualTo(200);
        }
    }

    @Test
    void aDatabaseThatCannotAnswerIsDownAndTheProcessLives() {
        Steps steps = new Steps();
        steps.take(
                "the database cannot answer",
                () -> new org.springframework.jdbc.core.JdbcTemplate(exchange.owner())
                        .execute("alter table block_list rename to hidden"));
        try (MonitoringClient watched = MonitoringClient.watch(exchange)) {
            steps.take("it is down, and the process not ready", () -> {
                assertThat(state(watched, "/database")).isEqualTo("DOWN");
                assertThat(watched.status("/actuator/health/readiness")).isEqualTo(503);
            });
            steps.take(
                    "the process lives",
                    () -> assertThat(watched.status("/actuator/health/liveness"))
                            .isEqualTo(200));
            steps.take("the metrics say so", () -> {
                assertThat(watched.metric("jinbo_database_up")).isZero();
                assertThat(watched.metric("jinbo_access_log_alarms")).isZero();
            });
        }
    }

    private static String state(MonitoringClient watched, String part) {
        return watched.health(part).at("/status").stringValue();
    }
}
