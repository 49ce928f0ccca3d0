package jinbo.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsByScheduleIT {

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T17:00:00+08:00");

    @Test
    void everyJobAndEveryInsurerHasItsNextRunPlanned() {
        try (TestExchange exchange = TestExchange.start(home, clock, Map.of());
                RunsBySchedule.Node node = exchange.bean(RunsBySchedule.class).start()) {
            assertThat(exchange.bean(UpcomingRuns.class).all())
                    .extracting(run -> run.key().job() + " " + run.key().instance() + " " + run.at())
                    .as(node.name())
                    .containsExactly(
                            "watch all 2012-09-21T09:05:00Z",
                            "collect-uploads BEIDOU 2012-09-21T09:15:00Z",
                            "collect-uploads CHANGQING 2012-09-21T09:15:00Z",
                            "collect-uploads YUNHE 2012-09-21T09:15:00Z",
                            "publish-block-lists all 2012-09-21T10:00:00Z",
                            "erase-ended all 2012-09-21T19:00:00Z",
                            "settle-cases all 2012-09-24T01:15:00Z",
                            "remind-consumers all 2012-09-24T02:30:00Z");
        }
    }
}
