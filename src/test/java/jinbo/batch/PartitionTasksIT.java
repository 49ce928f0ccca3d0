package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import jinbo.batch.schedule.JobScheduler;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two insurers are worked for by somebody else, and no more than two partitions have a place. */
class PartitionTasksIT {

    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final String BEFORE_SIX = "2012-09-21T17:59:00+08:00";
    private static final String AT_SIX = "2012-09-21T18:00:00+08:00";

    private static final String TRIED_AND_PUT_BACK =
            "scheduled_tasks where task_name = 'partition' and not picked and version > 4";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(BEFORE_SIX);
    private TestExchange exchange;
    private InsurerLease yunhe;
    private InsurerLease changqing;

    private void somebodyWorksForTwo(String waitForOthers) {
        exchange = TestExchange.start(
                home,
                clock,
                Map.of(
                        "jinbo.publish-block-lists.insurers-at-a-time", "1",
                        "jinbo.schedule.jobs.collect-uploads.when", "never",
                        "jinbo.schedule.look-every", "100ms",
                        "jinbo.wait-for-others", waitForOthers));
        yunhe = leaseOf("YUNHE");
        changqing = leaseOf("CHANGQING");
    }

    @AfterEach
    void close() {
        yunhe.close();
        changqing.close();
        exchange.close();
    }

    @Test
    void theyTakeNoPlaceFromOthersAndGetTheirListsInTheSameRun() {
        somebodyWorksForTwo("10m");
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            InsurerLease beidou = leaseOf("BEIDOU");
            clock.set(AT_SIX);
            await(() -> exchange.count(TRIED_AND_PUT_BACK) == 3);
            beidou.close();
            await(() -> delivered("BEIDOU") == 1);
            assertThat(exchange.count("scheduled_run where job = 'publish-block-lists' and outcome is not null"))
                    .as("runs that %s has ended", node.name())
                    .isZero();
            yunhe.close();
            changqing.close();
            await(() -> exchange.count("scheduled_run where job = 'publish-block-lists' and outcome = 'DONE'") == 1);
        }

        assertThat(delivered("YUNHE")).isEqualTo(1);
        assertThat(delivered("CHANGQING")).isEqualTo(1);
        assertThat(delivered("BEIDOU")).isEqualTo(1);
    }

    @Test
    void theyAreNotWaitedForLong() {
        somebodyWorksForTwo("2s");
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            assertThat(node.name()).isNotBlank();
            clock.set(AT_SIX);
            await(() -> exchange.count("scheduled_run where job = 'publish-block-lists' and outcome = 'LEFT'") == 1);
        }

        assertThat(delivered("BEIDOU")).isEqualTo(1);
        assertThat(exchange.sql()
                        .sql("select what from scheduled_run_left order by what")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left).contains("another process is working for it"));
    }

    private long delivered(String insurer) {
        return exchange.count("block_list where insurer = '" + insurer + "' and manifest_delivered_at is not null");
    }

    private InsurerLease leaseOf(String insurer) {
        return InsurerLease.tryTake(exchange.bean(DataSource.class), exchange.insurer(insurer))
                .orElseThrow();
    }

    /** Time passes meanwhile, because a scheduler looks for what is due by the clock. */
    private void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).as("waited for").isLessThan(IN_TIME.toNanos());
            clock.pass(Duration.ofSeconds(2));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
