package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jinbo.operator.alert.RunWatch.WatchReport;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database run {@code watch} at the same time. */
class ConcurrentWatchIT {

    private static final int RUNS_EACH = 5;

    @TempDir
    private Path folder;

    private WatchedExchange one;
    private TestExchange other;
    private ExecutorService threads;

    @BeforeEach
    void twoProcesses() throws IOException {
        one = new WatchedExchange(folder, "2012-09-01T09:00:00+08:00", Map.of());
        other = one.exchange.anotherProcess();
        threads = Executors.newFixedThreadPool(2);
        one.suspend("YUNHE");
        one.suspend("BEIDOU");
    }

    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        other.close();
        one.close();
    }

    @Test
    void whileOneTellsTheOtherOnlyLooks() {
        Steps steps = new Steps();
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        steps.take(
                "reports wait",
                () -> one.webhook.answer(request -> {
                    telling.countDown();
                    await(goOn);
                    request.sendResponseHeaders(204, -1);
                }));
        Future<WatchReport> first =
                steps.take("the first process looks and begins to report", () -> threads.submit(one::watch));
        steps.take("its first report is under way", () -> await(telling));
        WatchReport second = steps.take(
                "another process looks", () -> other.bean(RunWatch.class).run());
        steps.take("the first one goes on", () -> goOn.countDown());
        steps.take("the other one has found the same and reported nothing", () -> {
            assertThat(second.elsewhere()).isTrue();
            assertThat(second.found()).hasSize(2);
            assertThat(second.notifications()).isEmpty();
        });
        steps.take("each alert is reported once", () -> {
            assertThat(first.get(1, TimeUnit.MINUTES).elsewhere()).isFalse();
            assertThat(other.bean(RunWatch.class).run().notifications()).isEmpty();
            assertThat(one.hooked()).containsExactlyInAnyOrder("NEW SUSPENDED YUNHE", "NEW SUSPENDED BEIDOU");
            assertThat(one.mailed()).hasSize(2);
        });
    }

    @Test
    void howeverTheyMeetEachIsToldOnce() throws Exception {
        List<Callable<WatchReport>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS_EACH; run++) {
            runs.add(one::watch);
            runs.add(() -> other.bean(RunWatch.class).run());
        }

        for (Future<WatchReport> run : threads.invokeAll(runs)) {
            run.get(1, TimeUnit.MINUTES);
        }
        one.watch();

        assertThat(one.hooked()).containsExactlyInAnyOrder("NEW SUSPENDED YUNHE", "NEW SUSPENDED BEIDOU");
        assertThat(one.mailed()).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody has come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
