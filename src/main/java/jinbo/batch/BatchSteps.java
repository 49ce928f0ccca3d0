package jinbo.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Builds the steps that jobs of the exchange are made of; each may be repeated after it was cut short. */
@Component
public class BatchSteps {

    private static final Logger LOG = LoggerFactory.getLogger(BatchSteps.class);

    private static final String INSURER = "insurer";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    BatchSteps(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** A step that happens as a whole or not at all; a tasklet that is continued has a transaction each time. */
    public TaskletStepBuilder inTransaction(String name, Tasklet work) {
        return new StepBuilder(name, repository).tasklet(work, transactions);
    }

    /** A step that waits for somebody else's server, or commits by itself: no transaction and no connection waits with it. */
    public TaskletStepBuilder outsideTransactions(String name, Tasklet work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> withoutSynchronization(() -> work.execute(contribution, chunk)),
                        transactions)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }

    /**
     * A step that is partitioned by insurer. What fails for one fails for that one alone: the step is complete when all have ended, and
     * {@link #requirePartitions} ends the job as failed. A restart repeats the partitions that failed.
     *
     * @param insurers which, from the execution of the step
     * @param work what is done for an insurer, outside transactions and in a thread of its own
     */
    public PartitionStepBuilder partitionedByInsurer(
            String name, Function<StepExecution, List<Insurer>> insurers, PartitionWork work) {
        Step worker = outsideTransactions(name, (contribution, chunk) -> {
                    workFor(contribution.getStepExecution(), work);
                    return RepeatStatus.FINISHED;
                })
                .build();
        SafePartitionHandler handler = new SafePartitionHandler();
        handler.setStep(worker);
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setTaskDecorator(BatchSteps::keepingLogContext);
        handler.setTaskExecutor(threads);
        return new StepBuilder(name, repository)
                .partitioner(
                        name,
                        gridSize -> partitions(
                                insurers.apply(Objects.requireNonNull(StepSynchronizationManager.getContext())
                                        .getStepExecution())))
                .step(worker)
                .partitionHandler(handler)
                .aggregator((step, partitions) -> new DefaultStepExecutionAggregator()
                        .aggregate(
                                step,
                                partitions.stream()
                                        .filter(partition ->
                                                !partition.getStatus().isUnsuccessful())
                                        .toList()))
                .allowStartIfComplete(true);
    }

    /** A step that fails if a partition of the same execution has failed. */
    public TaskletStepBuilder requirePartitions(String name) {
        return outsideTransactions(name, (contribution, chunk) -> {
                    StepExecution step = contribution.getStepExecution();
                    List<String> failed = step.getJobExecution().getStepExecutions().stream()
                            .filter(other -> other.getStatus().isUnsuccessful())
                            .map(StepExecution::getStepName)
                            .sorted()
                            .toList();
                    if (!failed.isEmpty()) {
                        throw new PartitionReport.PartitionFailedException("These steps failed: " + failed);
                    }
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true);
    }

    /** The newest execution of another step's partition for an insurer, in the same job instance. */
    public Optional<StepExecution> findPartition(StepExecution step, String name, InsurerCode insurer) {
        String partition = name + ":" + insurer;
        return step.getJobExecution().getStepExecutions().stream()
                .filter(other -> other.getStepName().equals(partition))
                .findFirst()
                .or(() -> Optional.ofNullable(
                        repository.getLastStepExecution(step.getJobExecution().getJobInstance(), partition)));
    }

    /** What a partition does for its insurer. */
    @FunctionalInterface
    public interface PartitionWork {
        /** Does it, and says what came of it. */
        PartitionReport work(InsurerCode insurer, StepExecution partition);
    }

    private static void workFor(StepExecution partition, PartitionWork work) {
        PartitionReport.NOTHING.keepIn(partition);
        InsurerCode insurer = insurerOf(partition);
        PartitionReport report = LogContext.about(LogContext.Field.INSURER, insurer, () -> {
            try {
                return work.work(insurer, partition);
            } catch (RuntimeException e) {
                LOG.warn("The work for {} failed", insurer, e);
                return PartitionReport.ofProblem(FailureMessages.cause(e));
            }
        });
        report.keepIn(partition);
        LogContext.about(LogContext.Field.INSURER, insurer, () -> {
            LOG.info("{}: {}", partition.getStepName(), report);
            return report;
        });
        report.requireNothingLeft();
    }

    /** The insurer that a partition is for. */
    static InsurerCode insurerOf(StepExecution partition) {
        return new InsurerCode(partition.getExecutionContext().getString(INSURER));
    }

    private static Map<String, ExecutionContext> partitions(List<Insurer> insurers) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Insurer insurer : insurers) {
            ExecutionContext context = new ExecutionContext();
            context.putString(INSURER, insurer.code().value());
            partitions.put(insurer.code().value(), context);
        }
        return partitions;
    }

    private static Runnable keepingLogContext(Runnable task) {
        Map<String, String> about = LogContext.ofThisThread();
        return () -> {
            LogContext.takeOver(about);
            task.run();
        };
    }

    /**
     * A step's transaction template keeps synchronization on even where there is no transaction, and then a connection that a
     * statement takes stays with the thread until the step has ended.
     */
    private static <T> T withoutSynchronization(Work<T> work) throws Exception {
        List<TransactionSynchronization> ofStep = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.initSynchronization();
            ofStep.forEach(TransactionSynchronizationManager::registerSynchronization);
        }
    }

    /** What a step does. */
    @FunctionalInterface
    private interface Work<T> {
        T get() throws Exception;
    }

    /** Waits for all partitions, also if one could not even record that it has begun; Batch's own goes on without the others. */
    private static final class SafePartitionHandler extends TaskExecutorPartitionHandler {

        @Override
        protected FutureTask<StepExecution> createTask(Step step, StepExecution partition) {
            return new FutureTask<>(() -> {
                try {
                    step.execute(partition);
                } catch (RuntimeException | JobInterruptedException e) {
                    partition.setStatus(BatchStatus.FAILED);
                    partition.addFailureException(e);
                }
                return partition;
            });
        }
    }
}
