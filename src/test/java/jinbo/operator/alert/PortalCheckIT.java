package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.Visitor;
import jinbo.operator.alert.Alert.Code;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalCheckIT {

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");

    @TempDir
    private Path home;

    private TestGateway gateway;
    private int numbers;

    @BeforeEach
    void open() throws IOException {
        gateway = TestGateway.open();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void reportsGatewayThatKeepsFailing() throws IOException {
        Steps steps = new Steps();
        try (TestExchange exchange = start(Map.of())) {
            steps.take("two messages fail", () -> {
                send(exchange, true);
                gateway.refuse(true);
                send(exchange, false);
                clock.pass(Duration.ofMinutes(10));
                send(exchange, false);
            });
            steps.take(
                    "no alert is reported yet",
                    () -> assertThat(found(exchange))
                            .as("two messages may have been refused for their own sake")
                            .isEmpty());
            steps.take("the third one fails, and an alert is reported", () -> {
                clock.pass(Duration.ofMinutes(1));
                send(exchange, false);
                assertThat(found(exchange)).containsExactly("GATEWAY_FAILS first (2026-11-24 09:00)");
            });
            steps.take("it stays so while nobody sends", () -> {
                clock.pass(Duration.ofHours(10));
                assertThat(found(exchange))
                        .as("as long as nobody has tried in vain or not")
                        .containsExactly("GATEWAY_FAILS first (2026-11-24 09:00)");
            });
            steps.take("a message is sent, and all is well", () -> {
                gateway.refuse(false);
                send(exchange, true);
                assertThat(found(exchange)).isEmpty();
            });
        }
    }

    @Test
    void reportsFailingGatewayOfAnotherProcess() throws IOException {
        try (TestExchange exchange = start(Map.of());
                TestExchange other = exchange.anotherProcess()) {
            gateway.refuse(true);
            send(other, false);
            clock.pass(Duration.ofMinutes(11));
            send(other, false);
            clock.pass(Duration.ofMinutes(2));
            send(other, false);
            assertThat(found(exchange)).hasSize(1);

            gateway.refuse(false);
            send(exchange, true);
            assertThat(found(exchange)).as("it cannot be reached from there").hasSize(1);
            clock.pass(Duration.ofMinutes(3));
            send(exchange, true);
            assertThat(found(exchange)).as("nobody there has tried any more").isEmpty();
        }
    }

    @Test
    void zeroSettingsDisableTheChecks() throws IOException {
        try (TestExchange exchange =
                start(Map.of("jinbo.watch.gateway-may-fail-for", "0s", "jinbo.watch.turned-away-at-most", "0"))) {
            gateway.refuse(true);
            for (int i = 0; i < 4; i++) {
                send(exchange, false);
                clock.pass(Duration.ofMinutes(5));
            }
            exchange.bean(ConsumerService.class).countRejected(1000);

            assertThat(found(exchange)).isEmpty();
        }
    }

    @Test
    void reportsManyRejectedVisitorsForAnHour() throws IOException {
        try (TestExchange exchange = start(Map.of("jinbo.watch.turned-away-at-most", "20"))) {
            ConsumerService service = exchange.bean(ConsumerService.class);
            service.countRejected(20);
            assertThat(found(exchange)).isEmpty();

            clock.pass(Duration.ofMinutes(30));
            service.countRejected(5);
            assertThat(found(exchange)).containsExactly("VISITORS_TURNED_AWAY 25");

            clock.pass(Duration.ofMinutes(31));
            assertThat(found(exchange)).isEmpty();
            clock.pass(Duration.ofDays(1));
            service.countRejected(1);
            assertThat(exchange.count("visitors_turned_away")).isEqualTo(1);
        }
    }

    private TestExchange start(Map<String, String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>(gateway.settings(home));
        settings.putAll(more);
        return TestExchange.start(home, clock, settings);
    }

    private void send(TestExchange exchange, boolean isTaken) {
        numbers++;
        CodeRequestOutcome asked = exchange.bean(ConsumerService.class)
                .sendCode(Long.toString(13810001000L + numbers), Visitor.at("127.0.0.1"), Locale.CHINESE);
        assertThat(asked instanceof CodeRequestOutcome.Sent).isEqualTo(isTaken);
    }

    private static List<String> found(TestExchange exchange) {
        return exchange.bean(FindAllAlerts.class).find().stream()
                .filter(alert -> alert.code() == Code.GATEWAY_FAILS || alert.code() == Code.VISITORS_TURNED_AWAY)
                .map(alert -> alert.code() + " " + alert.detail().orElseThrow())
                .toList();
    }
}
