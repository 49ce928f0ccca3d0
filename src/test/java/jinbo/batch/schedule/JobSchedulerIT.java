package jinbo.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSchedulerIT {

    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n";
    private static final String GO_ON = "lists are published, an alert is raised";
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T17:00:00+08:00");

    @Test
    void plansNextRunOfEveryJobAndInsurer() {
        try (TestExchange exchange = TestExchange.start(home, clock, Map.of());
                JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
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

    @Test
    void givesEachSchedulerItsOwnTasks() {
        try (TestExchange exchange = TestExchange.start(home, clock, Map.of());
                JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            assertThat(tasks(exchange, "scheduled_tasks_for_all"))
                    .as(node.name())
                    .containsExactly(
                            "erase-ended all",
                            "plan-runs recurring",
                            "publish-block-lists all",
                            "remind-consumers all",
                            "settle-cases all",
                            "watch all");
            assertThat(tasks(exchange, "scheduled_tasks_of_insurers"))
                    .containsExactly("collect-uploads BEIDOU", "collect-uploads CHANGQING", "collect-uploads YUNHE");
            assertThat(tasks(exchange, "scheduled_tasks_of_partitions")).isEmpty();
            assertThat(tasks(exchange, "scheduled_tasks")).hasSize(6 + 3);
        }
    }

    @Test
    void publishesAndAlertsWhileAllCollectingThreadsHang() {
        Steps steps = new Steps();
        CountDownLatch hanging = new CountDownLatch(2);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Map<String, String> settings = Map.of(
                "jinbo.schedule.runs-at-a-time", "2",
                "jinbo.schedule.look-every", "100ms",
                "jinbo.wait-for-others", "0s");
        try (TestExchange exchange = TestExchange.start(home, clock, settings);
                JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            for (String insurer : List.of("YUNHE", "CHANGQING", "BEIDOU")) {
                exchange.upload(insurer, "complaints-" + insurer + "-20120921-001.csv.pgp", ROWS);
            }
            Semaphore toHang = new Semaphore(2);
            exchange.whilePaused(time -> {
                if (!toHang.tryAcquire()) {
                    return true;
                }
                hanging.countDown();
                return isOver(mayGoOn);
            });
            steps.take("a node serves", () -> assertThat(node.name()).isNotBlank());
            clock.set("2012-09-21T17:15:00+08:00");
            steps.take("as many collect as may, and hang", () -> await(() -> hanging.getCount() == 0));
            clock.set("2012-09-21T18:00:00+08:00");
            steps.take(
                    "lists are published all the same",
                    () -> await(
                            () -> exchange.count("scheduled_run where job = 'publish-block-lists' and done = 1") > 0));
            steps.take(
                    "the third insurer waits for a free thread",
                    () -> assertThat(exchange.count("scheduled_run where job = 'collect-uploads'"))
                            .isEqualTo(2));
            clock.set("2012-09-21T19:34:50+08:00");
            steps.take(
                    "an alert is raised for both runs",
                    () -> await(() -> exchange.count("alert_occurrence where code = 'RUN_TAKES_LONG'") == 2));
            AttackTable.row("drop: all threads that collect, kept waiting", GO_ON, GO_ON);
            mayGoOn.countDown();
            steps.take("all uploads are collected in the end", () -> await(() -> exchange.count("registration") == 3));
        } finally {
            mayGoOn.countDown();
        }
    }

    @Test
    void executesRunsThatBecomeDueWhenTimeAdvances() {
        try (TestExchange exchange = TestExchange.start(home, clock, Map.of("jinbo.wait-for-others", "60s"));
                JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", ROWS);

            assertThat(exchange.bean(JobScheduler.class)
                            .passTime(() -> clock.set("2012-10-09T09:00:00+08:00"), IN_TIME))
                    .as(node.name())
                    .isTrue();

            assertThat(exchange.count("registration")).isEqualTo(1);
            assertThat(exchange.count("scheduled_run where job = 'publish-block-lists' and outcome = 'DONE'"))
                    .isEqualTo(1);
            assertThat(exchange.bean(UpcomingRuns.class).all())
                    .allSatisfy(run -> assertThat(run.at()).isAfter(clock.instant()));
        }
    }

    @Test
    void refusesToAdvanceTimeDuringARun() {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        AtomicBoolean passed = new AtomicBoolean();
        try (TestExchange exchange = TestExchange.start(home, clock, Map.of("jinbo.schedule.look-every", "100ms"));
                JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", ROWS);
            exchange.whilePaused(time -> {
                hanging.countDown();
                return isOver(mayGoOn);
            });
            clock.set("2012-09-21T17:15:00+08:00");
            await(() -> hanging.getCount() == 0);

            assertThat(exchange.bean(JobScheduler.class).passTime(() -> passed.set(true), Duration.ofMillis(500)))
                    .as(node.name())
                    .isFalse();
            assertThat(passed).isFalse();
            mayGoOn.countDown();
        } finally {
            mayGoOn.countDown();
        }
    }

    private static List<String> tasks(TestExchange exchange, String view) {
        return exchange.sql()
                .sql("select task_name || ' ' || task_instance as task from " + view + " order by task")
                .query(String.class)
                .list();
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Advances the clock, which the scheduler uses to find due executions. */
    private void await(BooleanSupplier condition) {
        clock.passUntil(condition, Duration.ofSeconds(1), IN_TIME);
    }
}
