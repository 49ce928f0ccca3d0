package jinbo.consumer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jinbo.platform.http.WebPort;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No registration is lost under load; {@code src/bench/launch-day} measures the speed. */
class LaunchDayIT {

    private static final int RATE = 20;
    private static final int SECONDS = 5;

    @TempDir
    private Path folder;

    @Test
    void everyReferenceIsRegistered() throws Exception {
        Map<String, String> settings = Map.of(
                "jinbo.portal.port", "0",
                "jinbo.consumer.codes-per-address", "1000000",
                "jinbo.consumer.codes-per-address-in-a-day", "1000000",
                "jinbo.consumer.codes-in-all", "1000000",
                "jinbo.consumer.codes-in-a-day", "1000000");
        Path home = folder.resolve("home");
        try (TestExchange exchange =
                        TestExchange.start(home, new SettableClock("2026-11-24T09:00:00+08:00"), settings);
                WebPort port = exchange.bean(OpenPortal.class).open()) {
            LaunchDay day = new LaunchDay(
                    ((WebPort.Open) port).url(), home.resolve("outbox").resolve("messages.jsonl"));

            day.come(LaunchDay.FIRST, RATE, SECONDS);

            assertThat(day.references()).hasSize(RATE * SECONDS);
            assertThat(exchange.sql()
                            .sql("select reference from consumer_registration")
                            .query(String.class)
                            .set())
                    .isEqualTo(day.references());
            exchange.publish();
            assertThat(exchange.lists("YUNHE").whole().lines().count()).isEqualTo(RATE * SECONDS + 1L);
        }
    }
}
