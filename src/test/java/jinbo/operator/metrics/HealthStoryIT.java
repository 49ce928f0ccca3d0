package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jinbo.batch.schedule.ManualScheduleFixture;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part reports its own problems and not those of others. */
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
    void aFailingDropNeedsAttentionNotARestart() {
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

        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            steps.take("it needs attention", () -> {
                assertThat(state(monitoringClient, "/drops/BEIDOU")).isEqualTo("ATTENTION");
                assertThat(state(monitoringClient, "/drops/YUNHE")).isEqualTo("UP");
                assertThat(state(monitoringClient, "/drops")).isEqualTo("ATTENTION");
                assertThat(state(monitoringClient, "")).isEqualTo("ATTENTION");
            });
            steps.take("the process needs no restart", () -> {
                assertThat(monitoringClient.status("/actuator/health")).isEqualTo(200);
                assertThat(state(monitoringClient, "/readiness")).isEqualTo("UP");
            });
            steps.take(
                    "the failure is counted",
                    () -> assertThat(monitoringClient.metric(
                                    "jinbo_run_failures{insurer=\"BEIDOU\",job=\"collect-uploads\"}"))
                            .isEqualTo(1));
        }
    }

    @Test
    void reportsOverdueRunInTheHealthOfTheSchedule() {
        clock.pass(Duration.ofMinutes(35));
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            assertThat(state(monitoringClient, "/schedule")).isEqualTo("ATTENTION");
            assertThat(state(monitoringClient, "/drops")).isEqualTo("UP");
            assertThat(monitoringClient.metric("jinbo_run_overdue_seconds{insurer=\"YUNHE\",job=\"collect-uploads\"}"))
                    .isEqualTo(20 * 60);
        }
    }

    /** An insurer that does not take part gets no list, so the alert about an old one would never end. */
    @Test
    void theEndOfAListIsToldForInsurersThatTakePart() {
        exchange.publish();
        exchange.bean(Insurers.class).suspend(new InsurerCode("BEIDOU"), clock.instant());
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            assertThat(monitoringClient.metric("jinbo_list_use_by_timestamp_seconds{insurer=\"YUNHE\"}"))
                    .isGreaterThan(clock.instant().getEpochSecond());
            assertThat(monitoringClient.metric("jinbo_list_delivered_timestamp_seconds{insurer=\"BEIDOU\"}"))
                    .isPositive();
            assertThat(monitoringClient.metrics())
                    .doesNotContain("jinbo_list_use_by_timestamp_seconds{insurer=\"BEIDOU\"}");
        }
    }

    @Test
    void anAlarmOfTheAccessLogIsTold() {
        exchange.sql()
                .sql("insert into access_log_alarm (kind, detail, at) values ('TREE_DAMAGED', 'a test', now())")
                .update();
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            assertThat(state(monitoringClient, "/accessLog")).isEqualTo("ATTENTION");
            assertThat(monitoringClient.metric("jinbo_access_log_alarms")).isEqualTo(1);
        }
    }

    @Test
    void aSchemaOfAnotherVersionIsTold() {
        new org.springframework.jdbc.core.JdbcTemplate(exchange.owner())
                .update(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                                + " execution_time, success) values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            assertThat(state(monitoringClient, "/database")).isEqualTo("OUT_OF_SERVICE");
            assertThat(monitoringClient.status("/actuator/health/readiness")).isEqualTo(503);
            assertThat(monitoringClient.status("/actuator/health/liveness")).isEqualTo(200);
        }
    }

    @Test
    void reportsDatabaseAsDownWithoutStopping() {
        Steps steps = new Steps();
        steps.take(
                "the database cannot answer",
                () -> new org.springframework.jdbc.core.JdbcTemplate(exchange.owner())
                        .execute("alter table block_list rename to hidden"));
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            steps.take("it is down, and the process not ready", () -> {
                assertThat(state(monitoringClient, "/database")).isEqualTo("DOWN");
                assertThat(monitoringClient.status("/actuator/health/readiness"))
                        .isEqualTo(503);
            });
            steps.take(
                    "the process lives",
                    () -> assertThat(monitoringClient.status("/actuator/health/liveness"))
                            .isEqualTo(200));
            steps.take("the metrics say so", () -> {
                assertThat(monitoringClient.metric("jinbo_database_up")).isZero();
                assertThat(monitoringClient.metric("jinbo_access_log_alarms")).isZero();
            });
        }
    }

    private static String state(MonitoringClient monitoringClient, String part) {
        return monitoringClient.health(part).at("/status").stringValue();
    }
}
