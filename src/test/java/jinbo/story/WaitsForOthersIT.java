package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.crashpoint.CrashPoint;
import jinbo.job.collect.CollectReport;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes come to the same insurer: the second does the rest first, and then waits for the first. */
class WaitsForOthersIT {

    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @Test
    void whoComesSecondTakesUpWhatTheFirstHasLeftWhenThatIsDone() {
        try (TestExchange first = TestExchange.start(home, clock, Map.of("jinbo.wait-for-others", "60s"));
                TestExchange second = first.anotherProcess()) {
            CountDownLatch mayGoOn = new CountDownLatch(1);
            CompletableFuture<CollectReport> running = inTheMiddleOfYunhe(first, mayGoOn);
            AtomicInteger waits = new AtomicInteger();
            second.duringThePause(time -> {
                waits.incrementAndGet();
                mayGoOn.countDown();
                running.join();
                return true;
            });

            CollectReport collected = second.collect();

            assertThat(running.join().problems()).isEmpty();
            assertThat(collected.problems()).isEmpty();
            assertThat(waits).hasPositiveValue();
        }
    }

    @Test
    void whoIsToldToEndWaitsNoLonger() {
        try (TestExchange first = TestExchange.start(home, clock, Map.of("jinbo.wait-for-others", "60s"));
                TestExchange second = first.anotherProcess()) {
            CountDownLatch mayGoOn = new CountDownLatch(1);
            CompletableFuture<CollectReport> running = inTheMiddleOfYunhe(first, mayGoOn);
            second.duringThePause(time -> false);

            CollectReport collected = second.collect();
            mayGoOn.countDown();

            assertThat(collected.problems())
                    .singleElement()
                    .satisfies(left -> assertThat(left.what()).contains("another process is working for it"));
            assertThat(running.join().problems()).isEmpty();
        }
    }

    /** A run that has taken YUNHE's file in and stands there until it may go on. */
    private static CompletableFuture<CollectReport> inTheMiddleOfYunhe(TestExchange exchange, CountDownLatch mayGoOn) {
        exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", ROWS);
        CountDownLatch inside = new CountDownLatch(1);
        exchange.at(CrashPoint.TAKEN_IN, () -> {
            inside.countDown();
            await(mayGoOn);
        });
        CompletableFuture<CollectReport> running = CompletableFuture.supplyAsync(exchange::collect);
        await(inside);
        return running;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
