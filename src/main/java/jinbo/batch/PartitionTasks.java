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

/** Lets every serving node take partitions, as tasks of db-scheduler; another node repeats those of a dead node. */
@Component
public class PartitionTasks {

    public static final String NAME = "partition";

    /** The key in a partition's execution context with the name of the node that worked on it. */
    private static final String NODE = "node";

    /** A partition during which this many processes have died is not repeated again. */
    static final int MAX_DEATHS = 3;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(30);

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

    /** Lets this process share partitions with all nodes until {@link #leaveNodes}. */
    public void joinNodes(Scheduler scheduler, String name) {
        node = Optional.of(new Node(scheduler, name));
    }

    public void leaveNodes() {
        node = Optional.empty();
    }

    /** The task by which this node works on a partition. Its data counts the nodes that have died with it. */
    public Task<?> task() {
        return Tasks.custom(NAME, Integer.class)
                .onFailure(
                        (ended, next) -> next.reschedule(ended, clock.instant().plus(RETRY_AFTER_FAILURE)))
                // this process may count as dead because it was paused, while it still works on the partition
                .onDeadExecution((dead, next) -> {
                    TaskInstance<?> task = dead.getExecution().taskInstance;
                    int deaths = 1 + (Integer) task.getData();
                    if (underWay.contains(id(task))) {
                        return;
                    }
                    if (deaths == MAX_DEATHS) {
                        next.remove();
                    } else {
                        next.reschedule(dead, clock.instant(), deaths);
                    }
                })
                .execute((task, context) -> take(id(task)));
    }

    /** Shares partitions with all nodes, or works in threads of this process if it has not joined the nodes. */
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

    /** Returns how many more partitions this node may take. */
    public int room() {
        return stop.isRequested()
                ? 0
                : steps.values().stream()
                        .mapToInt(step -> step.places().availablePermits())
                        .min()
                        .orElse(0);
    }

    /** Works on partitions one after the other in this thread, if the node has a free place for one. */
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

    /** True if the insurer's lease is taken; false if the database does not answer: the lease decides later. */
    boolean isBusy(StepExecution partition) {
        try {
            return perInsurerExecutor.isBusy(insurers.get(BatchSteps.insurerOf(partition)));
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Finds the recorded partition; empty if its record was deleted. */
    Optional<StepExecution> find(long partition) {
        try {
            return Optional.ofNullable(repository.getStepExecution(partition));
        } catch (EmptyResultDataAccessException forgotten) {
            return Optional.empty();
        }
    }

    /** Records the end of a partition that no process works on, unless it has ended meanwhile; returns the record. */
    StepExecution end(StepExecution left, BatchStatus status, String why) {
        StepExecution partition = left;
        while (partition.getStatus().isRunning()) {
            PartitionReport.ofProblem(why).keepIn(partition);
            partition.setStatus(status);
            partition.setExitStatus(new ExitStatus(status.name()));
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

    /**
     * Works on a partition. If another process works for its insurer, the partition goes back to the node that runs
     * the job, unless a node has died with it.
     */
    private CompletionHandler<Integer> take(long id) {
        Optional<StepExecution> found =
                find(id).filter(partition -> partition.getStatus().isRunning());
        if (found.isEmpty() || found.get().getStatus() == BatchStatus.STARTING && isBusy(found.get())) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        StepExecution partition = found.get();
        SharedStep step = steps.get(BatchSteps.stepOf(partition));
        if (stop.isRequested() || !step.places().tryAcquire()) {
            return retryAfter(POLL_INTERVAL);
        }
        try {
            execute(step, partition);
        } finally {
            step.places().release();
        }
        // UNKNOWN is Spring Batch's status if the end could not be recorded
        return partition.getStatus() == BatchStatus.UNKNOWN
                ? retryAfter(RETRY_AFTER_FAILURE)
                : new CompletionHandler.OnCompleteRemove<>();
    }

    private CompletionHandler<Integer> retryAfter(Duration later) {
        return (ended, next) -> next.reschedule(ended, clock.instant().plus(later));
    }

    private void execute(SharedStep step, StepExecution partition) {
        underWay.add(partition.getId());
        nameNode(partition);
        JobExecution execution = partition.getJobExecution();
        try {
            LogContext.with(
                    LogContext.Field.JOB,
                    execution.getJobInstance().getJobName(),
                    () -> LogContext.with(LogContext.Field.EXECUTION, execution.getId(), () -> {
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

    /** Waits for all partitions, in a thread each; Spring Batch's handler would not wait after a failure. */
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
            Map<String, String> context = LogContext.current();
            try {
                List<Future<?>> pending = new ArrayList<>();
                for (StepExecution partition : partitions) {
                    pending.add(threads.submit(() -> {
                        LogContext.set(context);
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

        /** Works on a partition in this thread; a failure is stored in the partition. */
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
