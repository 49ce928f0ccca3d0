package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.batch.settle.SettleCases;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** A run ends as {@code STOPPED} if the program is told to stop; Spring Batch restarts it from another process. */
class RestartIT {

    @TempDir
    Path home;

    private TestExchange exchange;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                run(
                        JobNames.PUBLISH_BLOCK_LISTS,
                        exchange -> exchange.bean(PublishBlockLists.class)
                                .run(exchange.bean(Insurers.class).all())),
                run(
                        JobNames.SETTLE_CASES,
                        exchange -> exchange.bean(SettleCases.class)
                                .run(exchange.bean(Insurers.class).all())),
                run(
                        JobNames.ERASE_ENDED,
                        exchange -> exchange.bean(EraseEndedNumbers.class).run()),
                run(
                        JobNames.REMIND_CONSUMERS,
                        exchange -> exchange.bean(RemindBeforeEnd.class).run()));
    }

    private static Arguments run(String job, Consumer<TestExchange> run) {
        return Arguments.of(job, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void restartsStoppedRunFromAnotherProcess(String job, Consumer<TestExchange> run) throws Exception {
        exchange.bean(StopRequest.class).request();
        run.accept(exchange);
        JobExecution stopped = last(exchange, job);
        assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);

        try (TestExchange another = exchange.anotherProcess()) {
            another.bean(JobOperator.class).restart(stopped);

            JobExecution restarted = last(another, job);
            assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(restarted.getJobInstanceId()).isEqualTo(stopped.getJobInstanceId());
            assertThat(restarted.getId()).isNotEqualTo(stopped.getId());
        }
    }

    @Test
    void restartHoldsTheLockOfTheRunAndDeliversEachList() throws Exception {
        List<Boolean> takes = new ArrayList<>();
        exchange.bean(StopRequest.class).request();
        assertThat(exchange.publish().problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.what()).isEqualTo(StopRequest.STOPPED));

        JobExecution stopped = last(exchange, JobNames.PUBLISH_BLOCK_LISTS);
        RunId run = RunId.of(stopped).orElseThrow();
        RunLocks locks = exchange.bean(RunLocks.class);
        try (TestExchange another = exchange.anotherProcess()) {
            another.at(
                    FaultPoint.LIST_SEALED, () -> takes.add(locks.tryTake(run).isPresent()));
            another.bean(JobOperator.class).restart(stopped);

            assertThat(another.count("block_list where sequence = 1 and manifest_delivered_at is not null"))
                    .isEqualTo(3);
            assertThat(takes).as("another process takes the lock meanwhile").containsExactly(false);
            Optional<SingleProcessLock> after = locks.tryTake(run);
            assertThat(after).as("the lock after the restart").isPresent();
            after.ifPresent(SingleProcessLock::close);
        }
    }

    private static JobExecution last(TestExchange exchange, String job) {
        JobRepository repository = exchange.bean(JobRepository.class);
        return repository.getLastJobExecution(
                repository.getJobInstances(job, 0, 1).get(0));
    }
}
