package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class BatchStepsIT {

    @TempDir
    Path home;

    private final RunId id = RunId.newId();
    private TestExchange exchange;
    private BatchSteps steps;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        steps = exchange.bean(BatchSteps.class);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void holdsNoConnectionInStepOutsideTransactions() {
        AtomicReference<Boolean> held = new AtomicReference<>();

        JobExecution execution = run(steps.outsideTransactions("waits", contribution -> {
                    exchange.bean(JdbcClient.class)
                            .sql("select count(*) from insurer")
                            .query(Long.class)
                            .single();
                    held.set(TransactionSynchronizationManager.hasResource(exchange.bean(DataSource.class)));
                })
                .build());

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(held).hasValue(false);
    }

    @Test
    void waitsForOtherPartitionsIfOneCannotBeRecorded() {
        exchange.sql().sql("""
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'it is not recorded'; end $$;
                create trigger refused before update on batch_step_execution for each row
                    when (new.step_name = 'part:YUNHE') execute function refuse()
                """).update();
        Set<String> done = ConcurrentHashMap.newKeySet();

        JobExecution execution = run(
                steps.partitionedByInsurer(
                                "part", step -> exchange.bean(Insurers.class).all(), (insurer, partition) -> {
                                    done.add(insurer.value());
                                    return PartitionReport.NOTHING;
                                })
                        .build(),
                steps.requireSteps("verify").build());

        assertThat(done).containsExactlyInAnyOrder("CHANGQING", "BEIDOU");
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(PartitionReport.of(execution, exchange.bean(Insurers.class).all(), "part"))
                .allSatisfy((insurer, report) ->
                        assertThat(report.problems()).hasSize(insurer.value().equals("YUNHE") ? 1 : 0));
    }

    @Test
    void executesPartitionsInParallel() {
        CountDownLatch together = new CountDownLatch(3);

        JobExecution execution = run(steps.partitionedByInsurer(
                        "part", step -> exchange.bean(Insurers.class).all(), (insurer, partition) -> {
                            together.countDown();
                            return met(together)
                                    ? PartitionReport.NOTHING
                                    : PartitionReport.ofProblem("the others did not come");
                        })
                .build());

        assertThat(PartitionReport.of(execution, exchange.bean(Insurers.class).all(), "part")
                        .values())
                .containsOnly(PartitionReport.NOTHING);
    }

    @Test
    void reportsFailureOnlyForTheFailedInsurer() {
        JobExecution execution = run(
                steps.partitionedByInsurer(
                                "part", step -> exchange.bean(Insurers.class).all(), (insurer, partition) -> {
                                    if (insurer.value().equals("BEIDOU")) {
                                        throw new SpoolException("read", "a file", new java.io.IOException());
                                    }
                                    return PartitionReport.ofDelivered(List.of(1));
                                })
                        .build(),
                steps.requireSteps("verify").build());

        assertThat(PartitionReport.of(execution, exchange.bean(Insurers.class).all(), "part"))
                .allSatisfy((insurer, report) ->
                        assertThat(report.problems()).hasSize(insurer.value().equals("BEIDOU") ? 1 : 0));
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
    }

    private JobExecution run(Step... inOrder) {
        var job = new JobBuilder("test", exchange.bean(JobRepository.class)).start(inOrder[0]);
        for (Step next : List.of(inOrder).subList(1, inOrder.length)) {
            job = job.next(next);
        }
        Job built = job.build();
        return exchange.bean(JobRuns.class).run(built, id, new JobParameters()).orElseThrow();
    }

    private static boolean met(CountDownLatch together) {
        try {
            return together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
