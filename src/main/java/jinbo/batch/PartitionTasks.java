package jinbo.batch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.Insurers;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets every serving node take partitions as db-scheduler tasks, named by the number of the step execution. Another
 * node repeats the partition of a dead one.
 */
@Component
public class PartitionTasks {

    public static final String NAME = "partition";

    /** Key in the execution context of a partition: the node that worked on it. */
    private static final String NODE = "node";

    /** A partition that kills this many processes is removed. */
    static final int MOST_DEATHS = 3;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(30);

    private final JobRepository repository;
    private final Insurers insurers;
    private final PerInsurerExecutor perInsurerExecutor;
    private final StopRequest stop;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Map<String, SharedStep> steps = new ConcurrentHashMap<>();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private volatile Optional<Node> node = Optional.empty();

    PartitionTasks(
            JobRepository repository,
            Insurers insurers,
            PerInsurerExecutor perInsurerExecutor,
            StopRequest stop,
            Sleeper sleeper,
            Clock clock) {
        this.repository = repository;
        this.insurers = insurers;
        this.perInsurerExecutor = perInsurerExecutor;
        this.stop = stop;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /** This process as one of the nodes. */
    private record Node(Scheduler scheduler, String name) {}

    /** @param places limits the partitions in progress on this node, for its own runs and those of other nodes */
    private record SharedStep(Step worker, Semaphore places) {}

    /** Shares partitions with all nodes until {@link #leaveNodes}. */
    public void joinNodes(Scheduler scheduler, String name) {
        node = Optional.of(new Node(scheduler, name));
    }

    public void leaveNodes() {
        node = Optional.empty();
    }

    /** The task by which this node takes a partition; its data counts the nodes that died. */
    public Task<?> task() {
        return Tasks.custom(NAME, Integer.class)
                .onFailure(
                        (ended, next) -> next.reschedule(ended, clock.instant().plus(AGAIN_AFTER_FAILURE)))
                // a paused process counts as dead while the partition is still in progress here
                .onDeadExecution((dead, next) -> {
                    TaskInstance<?> task = dead.getExecution().taskInstance;
                    int deaths = 1 + (Integer) task.getData();
                    if (underWay.contains(id(task))) {
                        return;
                    }
                    if (deaths == MOST_DEATHS) {
                        next.remove();
                    } else {
                        next.reschedule(dead, clock.instant(), deaths);
                    }
                })
                .execute((task, context) -> take(id(task)));
    }

    /** Hands partitions to all nodes, or to threads of this process if it has not joined any. */
    PartitionHandler handlerOf(String step, Step worker, int atATime) {
        SharedStep shared = new SharedStep(worker, new Semaphore(atATime));
        steps.put(step, shared);
        PartitionThreads threads = new PartitionThreads(worker);
        return new AbstractPartitionHandler() {
            @Override
            protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions)
                    throws Exception {
                Optional<Node> here = node;
                if (here.isEmpty()) {
                    return threads.doHandle(manager, partitions);
                }
                new PartitionSharing(PartitionTasks.this, here.get().scheduler(), atATime, stop, sleeper, clock)
                        .work(partitions, last -> {
                            last.forEach(PartitionTasks.this::nameNode);
                            threads.doHandle(manager, last);
                        });
                return partitions;
            }
        };
    }

    /** How many more partitions this node may take. */
    public int room() {
        return stop.isRequested()
                ? 0
                : steps.values().stream()
                        .mapToInt(step -> step.places().availablePermits())
                        .min()
                        .orElse(0);
    }

    /** Works on partitions in this thread one after the other, if a place is free. */
    void executeEach(String step, Supplier<Optional<StepExecution>> next) {
        SharedStep shared = steps.get(step);
        if (!shared.places().tryAcquire()) {
            return;
        }
        try {
            for (Optional<StepExecution> one = next.get(); one.isPresent(); one = next.get()) {
                execute(shared, one.get());
            }
        } finally {
            shared.places().release();
        }
    }

    /** Whether the insurer's lease is taken; false if the database cannot tell, because the lease decides then. */
    boolean isBusy(StepExecution partition) {
        try {
            return perInsurerExecutor.isBusy(insurers.get(BatchSteps.insurerOf(partition)));
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** The recorded partition; empty if its record was deleted. */
    Optional<StepExecution> find(long partition) {
        try {
            return Optional.ofNullable(repository.getStepExecution(partition));
        } catch (EmptyResultDataAccessException forgotten) {
            return Optional.empty();
        }
    }

    /** Records an abandoned partition as failed, unless it has ended meanwhile, and returns the record. */
    StepExecution fail(StepExecution left, String why) {
        StepExecution partition = left;
        while (partition.getStatus().isRunning()) {
            PartitionReport.ofProblem(why).keepIn(partition);
            partition.setStatus(BatchStatus.FAILED);
            partition.setExitStatus(ExitStatus.FAILED);
            partition.setEndTime(partition.getLastUpdated());
            try {
                repository.update(partition);
                repository.updateExecutionContext(partition);
            } catch (OptimisticLockingFailureException endedMeanwhile) {
                partition = repository.getStepExecution(left.getId());
            }
        }
        return partition;
    }

    static long id(TaskInstanceId task) {
        return Long.parseLong(task.getId());
    }

    /** A partition of a busy insurer goes back to the node that runs the job, unless a node died with it. */
    private CompletionHandler<Integer> take(long id) {
        Optional<StepExecution> found =
                find(id).filter(partition -> partition.getStatus().isRunning());
        if (found.isEmpty() || found.get().getStatus() == BatchStatus.STARTING && isBusy(found.get())) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        StepExecution partition = found.get();
        SharedStep step = steps.get(BatchSteps.stepOf(partition));
        if (stop.isRequested() || !step.places().tryAcquire()) {
            return again(LOOK_AGAIN);
        }
        try {
            execute(step, partition);
        } finally {
            step.places().release();
        }
        // Spring Batch's status for an end that could not be recorded
        return partition.getStatus() == BatchStatus.UNKNOWN
                ? again(AGAIN_AFTER_FAILURE)
                : new CompletionHandler.OnCompleteRemove<>();
    }

    private CompletionHandler<Integer> again(Duration later) {
        return (ended, next) -> next.reschedule(ended, clock.instant().plus(later));
    }

    private void execute(SharedStep step, StepExecution partition) {
        underWay.add(partition.getId());
        nameNode(partition);
        JobExecution execution = partition.getJobExecution();
        try {
            LogContext.about(
                    LogContext.Field.JOB,
                    execution.getJobInstance().getJobName(),
                    () -> LogContext.about(LogContext.Field.EXECUTION, execution.getId(), () -> {
                        PartitionThreads.execute(step.worker(), partition);
                        return partition;
                    }));
        } finally {
            underWay.remove(partition.getId());
        }
    }

    private void nameNode(StepExecution partition) {
        node.ifPresent(here -> partition.getExecutionContext().putString(NODE, here.name()));
    }

    /**
     * Returns when all partitions have ended. Spring Batch's handler stops waiting after an interruption or an early
     * failure, while other partitions still use shared resources.
     */
    static final class PartitionThreads extends AbstractPartitionHandler {

        /** SFTP work ends on interruption or by its timeouts. */
        private static final int MINUTES_TO_END = 5;

        private final Step worker;

        PartitionThreads(Step worker) {
            this.worker = worker;
        }

        @Override
        protected Set<StepExecution> doHandle(StepExecution step, Set<StepExecution> partitions)
                throws InterruptedException, ExecutionException {
            if (partitions.isEmpty()) {
                return partitions;
            }
            ExecutorService threads = Executors.newFixedThreadPool(partitions.size());
            Map<String, String> about = LogContext.ofThisThread();
            try {
                List<Future<?>> pending = new ArrayList<>();
                for (StepExecution partition : partitions) {
                    pending.add(threads.submit(() -> {
                        LogContext.takeOver(about);
                        execute(worker, partition);
                    }));
                }
                for (Future<?> one : pending) {
                    one.get();
                }
                return partitions;
            } catch (InterruptedException e) {
                threads.shutdownNow();
                threads.awaitTermination(MINUTES_TO_END, TimeUnit.MINUTES);
                Thread.currentThread().interrupt();
                throw e;
            } finally {
                threads.shutdownNow();
            }
        }

        /** Works on a partition in this thread and keeps a failure in it. */
        static void execute(Step worker, StepExecution partition) {
            try {
                worker.execute(partition);
            } catch (RuntimeException | Error | JobInterruptedException e) {
                partition.setStatus(BatchStatus.FAILED);
                partition.addFailureException(e);
            }
        }
    }
}
