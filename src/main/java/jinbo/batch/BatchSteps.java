package jinbo.batch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.batch.PartitionTasks.PartitionThreads;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.FailureMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Builds the steps that jobs of the exchange are made of; each may be repeated after it was cut short. */
@Component
public record BatchSteps(
        JobRepository repository, PlatformTransactionManager transactions, PartitionTasks tasks, RunProgress progress) {

    private static final Logger LOG = LoggerFactory.getLogger(BatchSteps.class);

    /** How Batch joins the name of a step and that of its partition. */
    private static final String OF = ":";

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
     * A step that is partitioned by insurer. What fails for one fails for that one alone: the step is complete when all have ended. The
     * job's last step must fail if a partition has ({@link #requireSteps}); a restart repeats the partitions that failed.
     *
     * @param insurers which, from the execution of the step
     * @param work what is done for an insurer, outside transactions and in a thread of its own
     */
    public PartitionStepBuilder partitionedByInsurer(
            String name, Function<StepExecution, List<Insurer>> insurers, PartitionWork work) {
        return partitionedByInsurer(name, insurers, work, PartitionThreads::new);
    }

    /**
     * The same, of which every node that serves takes partitions: what they need is in the execution contexts of job and partition, the
     * database and the home.
     *
     * @param atATime how many a node works on
     */
    public PartitionStepBuilder sharedByNodes(
            String name, Function<StepExecution, List<Insurer>> insurers, int atATime, PartitionWork work) {
        return partitionedByInsurer(name, insurers, work, worker -> tasks.handlerOf(name, worker, atATime));
    }

    private PartitionStepBuilder partitionedByInsurer(
            String name,
            Function<StepExecution, List<Insurer>> insurers,
            PartitionWork work,
            Function<Step, PartitionHandler> handler) {
        Step worker = outsideTransactions(name, (contribution, chunk) -> {
                    workFor(contribution.getStepExecution(), work);
                    return RepeatStatus.FINISHED;
                })
                .build();
        return new StepBuilder(name, repository)
                .partitioner(
                        name,
                        gridSize -> partitions(
                                insurers.apply(Objects.requireNonNull(StepSynchronizationManager.getContext())
                                        .getStepExecution())))
                .step(worker)
                .partitionHandler(handler.apply(worker))
                .aggregator((step, partitions) -> new DefaultStepExecutionAggregator()
                        .aggregate(
                                step,
                                partitions.stream()
                                        .filter(partition ->
                                                !partition.getStatus().isUnsuccessful())
                                        .toList()))
                .allowStartIfComplete(true);
    }

    /** A step that fails if a step or partition of the same execution has failed. */
    public TaskletStepBuilder requireSteps(String name) {
        return outsideTransactions(name, (contribution, chunk) -> {
                    StepExecution step = contribution.getStepExecution();
                    List<String> failed = step.getJobExecution().getStepExecutions().stream()
                            .filter(other -> other.getStatus().isUnsuccessful())
                            .map(StepExecution::getStepName)
                            .sorted()
                            .toList();
                    if (!failed.isEmpty()) {
                        throw new PartitionReport.WorkLeftException("These steps failed: " + failed);
                    }
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true);
    }

    /** The newest execution of another step's partition for an insurer, in the same job instance. */
    public Optional<StepExecution> findPartition(StepExecution step, String name, InsurerCode insurer) {
        String partition = name + OF + insurer;
        return step.getJobExecution().getStepExecutions().stream()
                .filter(other -> other.getStepName().equals(partition))
                .findFirst()
                .or(() -> Optional.ofNullable(
                        repository.getLastStepExecution(step.getJobExecution().getJobInstance(), partition)));
    }

    @FunctionalInterface
    public interface PartitionWork {
        PartitionReport work(InsurerCode insurer, StepExecution partition);
    }

    private void workFor(StepExecution partition, PartitionWork work) {
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
        progress.finished(0);
        LogContext.about(LogContext.Field.INSURER, insurer, () -> {
            LOG.info("{}: {}", partition.getStepName(), report);
            return report;
        });
        report.requireNothingLeft();
    }

    /** Whether a step is a partition of another one. */
    static boolean isPartition(StepExecution step) {
        return step.getStepName().contains(OF);
    }

    /** The insurer that a partition is for; its name says that even if it died before its execution context was kept. */
    static InsurerCode insurerOf(StepExecution partition) {
        String name = partition.getStepName();
        return new InsurerCode(name.substring(name.indexOf(OF) + OF.length()));
    }

    static String stepOf(StepExecution partition) {
        return partition.getStepName().substring(0, partition.getStepName().indexOf(OF));
    }

    private Map<String, ExecutionContext> partitions(List<Insurer> insurers) {
        progress.expect(insurers.size());
        return insurers.stream()
                .collect(Collectors.toMap(insurer -> insurer.code().value(), insurer -> new ExecutionContext()));
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

    @FunctionalInterface
    private interface Work<T> {
        T get() throws Exception;
    }
}
