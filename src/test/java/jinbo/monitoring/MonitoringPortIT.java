package jinbo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import jinbo.schedule.RunsBySchedule;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.web.WebPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.server.WebServerFactory;
import tools.jackson.databind.JsonNode;

/** What is told over the port, of an exchange that really runs. */
class MonitoringPortIT {

    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n"
            + "13810001235,NONSENSE,2012-09-20\r\n";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @Test
    void healthIsToldByPartsAndWithoutNumbers() {
        try (TestExchange exchange = start("0")) {
            exchange.upload("YUNHE", UPLOAD, ROWS);
            try (RunsBySchedule.Node node = exchange.bean(RunsBySchedule.class).start();
                    Watched watched = Watched.watch(exchange)) {
                JsonNode health = watched.health("");

                assertThat(health.at("/status").stringValue())
                        .as(health + node.name())
                        .isEqualTo("UP");
                assertThat(health.at("/components").propertyNames())
                        .containsExactlyInAnyOrder(
                                "accessLog",
                                "database",
                                "disk",
                                "drops",
                                "livenessState",
                                "readinessState",
                                "schedule");
                assertThat(health.at("/components/drops/components").propertyNames())
                        .containsExactlyInAnyOrder("BEIDOU", "CHANGQING", "YUNHE");
                assertThat(watched.status("/actuator/health/liveness")).isEqualTo(200);
                assertThat(watched.status("/actuator/health/readiness")).isEqualTo(200);
                assertThat(watched.status("/actuator/health/drops/YUNHE")).isEqualTo(200);
                assertThat(health.toString()).doesNotContain("1381000");
            }
        }
    }

    @Test
    void figuresAreThoseOfTheRecords() {
        try (TestExchange exchange = start("0")) {
            exchange.upload("YUNHE", UPLOAD, ROWS);
            exchange.collect();
            exchange.publish();
            try (Watched watched = Watched.watch(exchange)) {
                assertThat(watched.metric("jinbo_database_up")).isEqualTo(1);
                assertThat(watched.metric("jinbo_database_schema_matches")).isEqualTo(1);
                assertThat(watched.metric("jinbo_files{insurer=\"YUNHE\",verdict=\"partly_accepted\"}"))
                        .isEqualTo(1);
                assertThat(watched.metric("jinbo_rows{insurer=\"YUNHE\",verdict=\"accepted\"}"))
                        .isEqualTo(1);
                assertThat(watched.metric("jinbo_rows{insurer=\"YUNHE\",verdict=\"refused\"}"))
                        .isEqualTo(1);
                assertThat(watched.metric("jinbo_lists_delivered_total{insurer=\"BEIDOU\",kind=\"full\"}"))
                        .isEqualTo(1);
                assertThat(watched.metric("jinbo_list_numbers{insurer=\"YUNHE\"}"))
                        .isEqualTo(1);
                assertThat(watched.metric("jinbo_last_upload_timestamp_seconds{insurer=\"YUNHE\"}"))
                        .isEqualTo(clock.instant().getEpochSecond());
                assertThat(watched.metric("jinbo_access_log_entries")).isPositive();
                assertThat(watched.metrics()).doesNotContain("1381000").contains("jvm_memory_used_bytes");
            }
        }
    }

    @Test
    void onlyHealthAndMetricsAreTold() {
        try (TestExchange exchange = start("0");
                Watched watched = Watched.watch(exchange)) {
            assertThat(watched.health("").has("status")).isTrue();
            for (String other : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/"}) {
                assertThat(watched.status(other)).as(other).isEqualTo(404);
            }
        }
    }

    @Test
    void aPortThatIsTakenKeepsNothingFromRunning() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                TestExchange exchange = start(Integer.toString(other.getLocalPort()));
                WebPort port = exchange.bean(OpenMonitoringPort.class).open()) {
            assertThat(port).isEqualTo(new WebPort.Taken("127.0.0.1", other.getLocalPort()));
            assertThat(exchange.publish().problems()).isEmpty();
        }
    }

    @Test
    void nobodyHasToTellAnything() {
        try (TestExchange exchange = start("-1");
                WebPort port = exchange.bean(OpenMonitoringPort.class).open()) {
            assertThat(port).isInstanceOf(WebPort.Unwanted.class);
        }
    }

    @Test
    void commandsOtherThanServeHaveNothingOfIt() {
        try (TestExchange exchange = start("0")) {
            ListableBeanFactory program =
                    exchange.bean(OpenMonitoringPort.class).program();

            assertThat(program.getBeanNamesForType(WebServerFactory.class)).isEmpty();
            assertThat(program.getBeanNamesForType(MeterRegistry.class)).isEmpty();
            assertThat(program.getBeanDefinitionNames())
                    .contains("openMonitoringPort")
                    .noneMatch(name -> name.matches("(?i).*(endpoint|meterRegistry|dispatcherServlet|observation).*"));
        }
    }

    private TestExchange start(String port) {
        return TestExchange.start(
                home, clock, Map.of("jinbo.monitoring.port", port, "jinbo.monitoring.read-every", "1s"));
    }
}
