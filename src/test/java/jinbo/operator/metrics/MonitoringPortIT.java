package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import jinbo.batch.schedule.JobScheduler;
import jinbo.platform.http.WebPort;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.server.WebServerFactory;
import tools.jackson.databind.JsonNode;

/** The monitoring port of a running exchange. */
class MonitoringPortIT {

    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n"
            + "13810001235,NONSENSE,2012-09-20\r\n";

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = start("open", "0");
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void reportsHealthByPartWithoutPhoneNumbers() {
        // of another line: the numbers of the others do not change
        exchange.upload("BEIDOU", "complaints-BEIDOU-20120921-001.csv.pgp", ROWS);
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start();
                MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            JsonNode health = monitoringClient.health("");

            assertThat(health.at("/status").stringValue())
                    .as(health + node.name())
                    .isEqualTo("UP");
            assertThat(health.at("/components").propertyNames())
                    .containsExactlyInAnyOrder(
                            "accessLog", "database", "disk", "drops", "livenessState", "readinessState", "schedule");
            assertThat(health.at("/components/drops/components").propertyNames())
                    .containsExactlyInAnyOrder("BEIDOU", "CHANGQING", "YUNHE");
            assertThat(monitoringClient.status("/actuator/health/liveness")).isEqualTo(200);
            assertThat(monitoringClient.status("/actuator/health/readiness")).isEqualTo(200);
            assertThat(monitoringClient.status("/actuator/health/drops/YUNHE")).isEqualTo(200);
            assertThat(health.toString()).doesNotContain("1381000");
        }
    }

    @Test
    void metricsAreThoseOfTheRecords() {
        exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", ROWS);
        exchange.collect();
        exchange.publish();
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            assertThat(monitoringClient.metric("jinbo_database_up")).isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_database_schema_matches")).isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_files{insurer=\"YUNHE\",verdict=\"partly_accepted\"}"))
                    .isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_rows{insurer=\"YUNHE\",verdict=\"accepted\"}"))
                    .isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_rows{insurer=\"YUNHE\",verdict=\"refused\"}"))
                    .isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_lists_delivered_total{insurer=\"BEIDOU\",kind=\"full\"}"))
                    .isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_list_numbers{business_line=\"LIFE\",insurer=\"YUNHE\"}"))
                    .isEqualTo(1);
            assertThat(monitoringClient.metric("jinbo_last_upload_timestamp_seconds{insurer=\"YUNHE\"}"))
                    .isEqualTo(CLOCK.instant().getEpochSecond());
            assertThat(monitoringClient.metric("jinbo_access_log_entries")).isPositive();
            assertThat(monitoringClient.metrics()).doesNotContain("1381000").contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void onlyHealthAndMetricsAreTold() {
        try (MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            assertThat(monitoringClient.health("").has("status")).isTrue();
            for (String other : new String[] {
                "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/health/no/such", "/"
            }) {
                assertThat(monitoringClient.status(other)).as(other).isEqualTo(404);
            }
        }
    }

    @Test
    void runsWithoutMonitoringIfThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                TestExchange another = start("taken", Integer.toString(other.getLocalPort()));
                WebPort port = another.bean(OpenMonitoringPort.class).open()) {
            assertThat(port).isEqualTo(new WebPort.Taken("127.0.0.1", other.getLocalPort()));
            assertThat(another.publish().problems()).isEmpty();
        }
    }

    @Test
    void nobodyHasToTellAnything() {
        try (TestExchange another = start("unwanted", "-1");
                WebPort port = another.bean(OpenMonitoringPort.class).open()) {
            assertThat(port).isInstanceOf(WebPort.Unwanted.class);
        }
    }

    @Test
    void onlyServeLoadsTheMonitoringBeans() {
        ListableBeanFactory program = exchange.bean(OpenMonitoringPort.class).program();

        assertThat(program.getBeanNamesForType(WebServerFactory.class)).isEmpty();
        assertThat(program.getBeanNamesForType(MeterRegistry.class)).isEmpty();
        assertThat(program.getBeanDefinitionNames())
                .contains("openMonitoringPort")
                .noneMatch(name -> name.matches("(?i).*(endpoint|meterRegistry|dispatcherServlet|observation).*"));
    }

    private static TestExchange start(String home, String port) {
        return TestExchange.start(
                folder.resolve(home),
                CLOCK,
                Map.of("jinbo.monitoring.port", port, "jinbo.monitoring.read-every", "1s"));
    }
}
