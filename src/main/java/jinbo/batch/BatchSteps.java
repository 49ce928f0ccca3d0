package jinbo.batch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.springframework.batch.core.step.StepContribution;
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

/** Builds the steps of the jobs, as steps of Spring Batch. Every step may be repeated after an interruption. */
@Component
public record BatchSteps(
        JobRepository repository,
        PlatformTransactionManager transactions,
        PartitionTasks tasks,
        RunProgress progress,
        StopRequest stop) {

    private static final Logger LOG = LoggerFactory.getLogger(BatchSteps.class);

    /** Stands between the name of a step and that of its partition, where Spring Batch joins them. */
    private static final String SEPARATOR = ":";

    public TaskletStepBuilder inTransaction(String name, Consumer<StepContribution> work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> {
                            work.accept(contribution);
                            return RepeatStatus.FINISHED;
                        },
                        transactions);
    }

    /**
     * A step that calls the tasklet again and again, each time in a transaction of its own, until it returns
     * {@link RepeatStatus#FINISHED}. Each transaction also saves the counts of the step, so they show its progress.
     */
    public TaskletStepBuilder repeatedInTransactions(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository).tasklet(tasklet, transactions);
    }

    /** A step without a transaction or connection, for work that waits for a server or manages its own transactions. */
    public TaskletStepBuilder outsideTransactions(String name, Consumer<StepContribution> work) {
        return inTransaction(name, contribution -> withoutSynchronization(() -> work.accept(contribution)))
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }

    /**
     * A step with a partition for each insurer, in a thread for each and outside transactions. The step completes even
     * if partitions fail, so the job's last step must check them ({@link #requireSteps}). If partitions are stopped, the
     * job ends with this step as {@code STOPPED}. A restart repeats only failed and stopped partitions.
     */
    public PartitionStepBuilder partitionedByInsurer(
            String name, Function<StepExecution, List<Insurer>> insurers, PartitionWork work) {
        return partitionedByInsurer(name, insurers, work, PartitionThreads::new);
    }

    /**
     * Like {@link #partitionedByInsurer}, but all serving nodes share the partitions, up to {@code atATime} on each
     * node. The work may read its input only from the execution contexts of job and partition, the database or the home
     * directory.
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
        Step worker = outsideTransactions(name, contribution -> workFor(contribution.getStepExecution(), work))
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

    /** A step that fails if any step or partition of the execution has failed. */
    public TaskletStepBuilder requireSteps(String name) {
        return outsideTransactions(name, contribution -> {
                    StepExecution step = contribution.getStepExecution();
                    List<String> failed = step.getJobExecution().getStepExecutions().stream()
                            .filter(other -> other.getStatus().isUnsuccessful())
                            .map(StepExecution::getStepName)
                            .sorted()
                            .toList();
                    if (!failed.isEmpty()) {
                        throw new PartitionReport.WorkLeftException("These steps failed: " + failed);
                    }
                })
                .allowStartIfComplete(true);
    }

    /** Finds the newest execution of a step's partition for an insurer, in the same job instance. */
    public Optional<StepExecution> findPartition(StepExecution step, String name, InsurerCode insurer) {
        String partition = name + SEPARATOR + insurer;
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
        PartitionReport report = LogContext.with(LogContext.Field.INSURER, insurer, () -> {
            PartitionReport done;
            try {
                done = work.work(insurer, partition);
            } catch (RuntimeException e) {
                LOG.warn("The work for {} failed", insurer, e);
                done = PartitionReport.ofProblem(FailureMessages.cause(e));
            }
            if (stop.isRequested() && !done.problems().isEmpty()) {
                LOG.info("The stop has ended the work for {}: {}", insurer, done.problems());
                done = new PartitionReport(done.delivered(), done.withheld(), List.of(StopRequest.STOPPED));
            }
            done.keepIn(partition);
            progress.finished(0);
            LOG.info("{}: {}", partition.getStepName(), done);
            return done;
        });
        report.requireNothingLeft();
    }

    static boolean isPartition(StepExecution step) {
        return step.getStepName().contains(SEPARATOR);
    }

    /** Reads the insurer from the name, which is known even if the process died before it saved the context. */
    static InsurerCode insurerOf(StepExecution partition) {
        String name = partition.getStepName();
        return new InsurerCode(name.substring(name.indexOf(SEPARATOR) + SEPARATOR.length()));
    }

    static String stepOf(StepExecution partition) {
        return partition.getStepName().substring(0, partition.getStepName().indexOf(SEPARATOR));
    }

    private Map<String, ExecutionContext> partitions(List<Insurer> insurers) {
        progress.expect(insurers.size());
        return insurers.stream()
                .collect(Collectors.toMap(insurer -> insurer.code().value(), insurer -> new ExecutionContext()));
    }

    /** Without this, the step's synchronization would keep each used connection with the thread until its end. */
    private static void withoutSynchronization(Runnable work) {
        List<TransactionSynchronization> suspended = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        try {
            work.run();
        } finally {
            TransactionSynchronizationManager.initSynchronization();
            suspended.forEach(TransactionSynchronizationManager::registerSynchronization);
        }
    }
}
