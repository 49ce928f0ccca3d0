package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.RegistrySnapshots;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes come to the same insurer: the second does the rest first, and then waits for the first. */
class ConcurrentRunsIT {

    @TempDir
    static Path home;

    private static TestExchange first;
    private static TestExchange second;
    private static int files;

    @BeforeAll
    static void start() {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        first = TestExchange.start(home, clock, Map.of("jinbo.wait-for-others", "60s"));
        second = first.anotherProcess();
    }

    @AfterAll
    static void close() {
        second.close();
        first.close();
    }

    @Test
    void whoComesSecondTakesUpWhatTheFirstHasLeftWhenThatIsDone() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CompletableFuture<CollectReport> running = inTheMiddleOfYunhe(mayGoOn);
        AtomicInteger waits = new AtomicInteger();
        second.whilePaused(time -> {
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

    @Test
    void whoPublishesSecondHoldsNoViewOfTheRegistryOpenAndSealsFromAnother() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CompletableFuture<CollectReport> running = inTheMiddleOfYunhe(mayGoOn);
        AtomicBoolean closed = new AtomicBoolean();
        second.whilePaused(time -> {
            closed.set(second.bean(RegistrySnapshots.class).runIfNoneOpen(() -> {}));
            mayGoOn.countDown();
            running.join();
            return true;
        });

        PublishReport published = second.publish();

        assertThat(published.problems()).isEmpty();
        assertThat(published.delivered()).hasSize(3);
        assertThat(closed).isTrue();
    }

    @Test
    void whoIsToldToEndWaitsNoLonger() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CompletableFuture<CollectReport> running = inTheMiddleOfYunhe(mayGoOn);
        second.whilePaused(time -> false);

        CollectReport collected = second.collect();
        mayGoOn.countDown();

        assertThat(collected.problems())
                .singleElement()
                .satisfies(left -> assertThat(left.what()).contains("another process is working for it"));
        assertThat(running.join().problems()).isEmpty();
    }

    /** A run that has taken YUNHE's file in and stands there until it may go on. */
    private static CompletableFuture<CollectReport> inTheMiddleOfYunhe(CountDownLatch mayGoOn) {
        first.upload(
                "YUNHE",
                UploadCsv.name("YUNHE", "20120921", ++files),
                UploadCsv.complaints("2012-09-20", 13810001230L + files));
        CountDownLatch inside = new CountDownLatch(1);
        first.at(FaultPoint.INGESTED, () -> {
            inside.countDown();
            await(mayGoOn);
        });
        CompletableFuture<CollectReport> running = CompletableFuture.supplyAsync(first::collect);
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
