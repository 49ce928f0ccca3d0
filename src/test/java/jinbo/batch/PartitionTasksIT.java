package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import jinbo.batch.schedule.JobScheduler;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionTasksIT {

    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final String BEFORE_SIX = "2012-09-21T17:59:00+08:00";
    private static final String AT_SIX = "2012-09-21T18:00:00+08:00";
    private static final String RUN = "scheduled_run where job = 'publish-block-lists' and outcome";
    private static final String TASK = "scheduled_tasks where task_name = 'partition'";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(BEFORE_SIX);
    private final List<InsurerLease> leases = new ArrayList<>();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private TestExchange exchange;

    @AfterEach
    void close() {
        mayGoOn.countDown();
        leases.forEach(InsurerLease::close);
        exchange.close();
    }

    @Test
    void deliversToBusyInsurersLaterInTheSameRun() {
        start("10m");
        hold("YUNHE", "CHANGQING");
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            clock.set(AT_SIX);
            await(() -> delivered("BEIDOU") == 1);
            theRunEndsOnceTheOthersAreDone(node);
        }
        everyInsurerHasItsList();
    }

    private void theRunEndsOnceTheOthersAreDone(JobScheduler.Node node) {
        assertThat(exchange.count(RUN + " is not null"))
                .as("runs that %s has ended", node.name())
                .isZero();
        leases.forEach(InsurerLease::close);
        await(() -> exchange.count(RUN + " = 'DONE'") == 1);
    }

    private void everyInsurerHasItsList() {
        assertThat(List.of(delivered("YUNHE"), delivered("CHANGQING"), delivered("BEIDOU")))
                .containsOnly(1L);
    }

    @Test
    void doesNotWaitLongForBusyInsurers() {
        start("2s");
        hold("YUNHE", "CHANGQING");
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            assertThat(node.name()).isNotBlank();
            clock.set(AT_SIX);
            await(() -> exchange.count(RUN + " = 'LEFT'") == 1);
        }

        assertThat(delivered("BEIDOU")).isEqualTo(1);
        assertThat(left())
                .hasSize(2)
                .allSatisfy(what -> assertThat(what).contains("another process is working for it"));
    }

    @Test
    void waitsForInsurerThatBecomesBusy() {
        start("10m");
        twoDeliveriesHang();
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            clock.set(AT_SIX);
            await(() -> exchange.count(TASK) == 1);
            hold(insurerOfTask());
            mayGoOn.countDown();
            await(() -> exchange.count(TASK) == 0);
            theRunEndsOnceTheOthersAreDone(node);
        }
        everyInsurerHasItsList();
    }

    @Test
    void leavesPartitionsToOtherNodesWhileNoPlaceIsFree() {
        start("0s");
        twoDeliveriesHang();
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            assertThat(node.name()).isNotBlank();
            clock.set(AT_SIX);
            await(() -> exchange.count(TASK) == 1);
            await(enoughPolls());
            assertThat(exchange.count(TASK + " and version = 1 and not picked"))
                    .as("tasks that no node has picked")
                    .isEqualTo(1);
            mayGoOn.countDown();
            await(() -> exchange.count(RUN + " = 'DONE'") == 1);
        }
        everyInsurerHasItsList();
    }

    @Test
    void leavesUnstartedPartitionsToTheNextRunOnStop() {
        start("0s");
        twoDeliveriesHang();
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            assertThat(node.name()).isNotBlank();
            clock.set(AT_SIX);
            await(() -> exchange.count(TASK) == 1);
            exchange.bean(StopRequest.class).request();
            await(() -> exchange.count(TASK) == 0);
            mayGoOn.countDown();
            await(() -> exchange.count(RUN + " is not null") == 1);
        }

        assertThat(exchange.count("block_list where manifest_delivered_at is not null"))
                .isEqualTo(2);
        assertThat(left()).singleElement().asString().contains(StopRequest.STOPPED);
        assertThat(exchange.count("batch_step_execution where status in ('STARTING', 'STARTED')"))
                .isZero();
    }

    @Test
    void failsPartitionThatKillsThreeNodes() {
        start("0s");
        twoDeliveriesHang();
        try (JobScheduler.Node node = exchange.bean(JobScheduler.class).start()) {
            assertThat(node.name()).isNotBlank();
            clock.set(AT_SIX);
            await(() -> exchange.count(TASK) == 1);
            await(this::aThirdNodeHasDied);
            await(() -> exchange.count(TASK) == 0);
            mayGoOn.countDown();
            await(() -> exchange.count(RUN + " = 'LEFT'") == 1);
        }

        assertThat(left()).singleElement().asString().contains("died 3 times");
        assertThat(exchange.count("batch_step_execution where status in ('STARTING', 'STARTED')"))
                .isZero();
    }

    private void start(String waitForOthers) {
        exchange = TestExchange.start(
                home,
                clock,
                Map.of(
                        "jinbo.publish-block-lists.insurers-at-a-time", "1",
                        "jinbo.schedule.jobs.collect-uploads.when", "never",
                        "jinbo.schedule.jobs.watch.when", "never",
                        "jinbo.schedule.look-every", "100ms",
                        "jinbo.wait-for-others", waitForOthers));
    }

    private void hold(String... insurers) {
        for (String insurer : insurers) {
            leases.add(InsurerLease.tryTake(exchange.bean(DataSource.class), exchange.insurer(insurer))
                    .orElseThrow());
        }
    }

    private void twoDeliveriesHang() {
        exchange.at(FaultPoint.DELIVERING_LIST, this::hang);
        exchange.at(FaultPoint.BETWEEN_LIST_AND_MANIFEST, this::hang);
    }

    private void hang() {
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True after about ten polls. */
    private static BooleanSupplier enoughPolls() {
        long begun = System.nanoTime();
        return () -> System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(1);
    }

    /** As after a third missed heartbeat; false while this node checks the task. */
    private boolean aThirdNodeHasDied() {
        return exchange.sql()
                        .sql("""
                with taken as (
                  update scheduled_tasks set picked = true, picked_by = 'gone', task_data = '2', last_heartbeat = ?
                  where task_name = 'partition' and not picked returning task_instance)
                update batch_step_execution set status = 'STARTED' from taken
                where step_execution_id = task_instance::bigint
                """)
                        .param(clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private String insurerOfTask() {
        return exchange.sql().sql("""
                        select split_part(step_name, ':', 2) from batch_step_execution
                        join scheduled_tasks on task_name = 'partition' and task_instance::bigint = step_execution_id
                        """).query(String.class).single();
    }

    private List<String> left() {
        return exchange.sql()
                .sql("select what from scheduled_run_left order by what")
                .query(String.class)
                .list();
    }

    private long delivered(String insurer) {
        return exchange.count("block_list where insurer = '" + insurer + "' and manifest_delivered_at is not null");
    }

    /** Advances the clock, which the scheduler uses to find due executions. */
    private void await(BooleanSupplier condition) {
        clock.passUntil(condition, Duration.ofSeconds(2), IN_TIME);
    }
}
