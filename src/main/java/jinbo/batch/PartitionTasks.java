package jinbo.batch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.Insurers;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets every node that serves take partitions of a step: each is a task of db-scheduler, under the number of its step execution. What a
 * partition needs is in its execution context, the database and the home. A node that dies over one is replaced by another, which does it
 * again.
 */
@Component
public class PartitionTasks {

    /** As db-scheduler calls it. */
    public static final String NAME = "partition";

    /** In the execution context of a partition: which node worked on it. */
    private static final String NODE = "node";

    /** Whatever kills a process so often kills the next one, too. */
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

    /** This process among those that take partitions. */
    private record Node(Scheduler scheduler, String name) {}

    /**
     * A step whose partitions this node takes.
     *
     * @param places for how many at a time, wherever the run is that they are of
     */
    private record SharedStep(Step worker, Semaphore places) {}

    /**
     * From now on partitions are for all nodes; until {@link #leaveNodes}.
     *
     * @param scheduler the one that takes them here
     * @param name of this node
     */
    public void joinNodes(Scheduler scheduler, String name) {
        node = Optional.of(new Node(scheduler, name));
    }

    /** Partitions are worked on in this process alone. */
    public void leaveNodes() {
        node = Optional.empty();
    }

    /** The task by which this node takes a partition; its data is how many nodes died over it. */
    public Task<?> task() {
        return Tasks.custom(NAME, Integer.class)
                .onFailure(
                        (ended, next) -> next.reschedule(ended, clock.instant().plus(AGAIN_AFTER_FAILURE)))
                // it is found dead by the machine's clock, and may be at work in this very process after a pause
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

    /**
     * Hands the partitions of a worker step to all nodes, or to threads of this process if it is none.
     *
     * @param step the step that the worker is of
     * @param atATime how many a node works on
     */
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
                        .work(partitions, left -> threads.doHandle(manager, left));
                return partitions;
            }
        };
    }

    /** Works on a partition in this thread, as soon as there is a place. */
    void execute(StepExecution partition) {
        SharedStep step = steps.get(BatchSteps.stepOf(partition));
        step.places().acquireUninterruptibly();
        try {
            execute(step, partition);
        } finally {
            step.places().release();
        }
    }

    /** Whether somebody works for the insurer of a partition; not, if that cannot be found out: whoever begins it asks for the lease. */
    boolean isBusy(StepExecution partition) {
        try {
            return perInsurerExecutor.isBusy(insurers.get(BatchSteps.insurerOf(partition)));
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** A partition as it is recorded; empty if it was forgotten. */
    Optional<StepExecution> find(long partition) {
        try {
            return Optional.ofNullable(repository.getStepExecution(partition));
        } catch (EmptyResultDataAccessException forgotten) {
            return Optional.empty();
        }
    }

    /** Records that a partition has failed which nobody will end. */
    void recordFailure(StepExecution partition) {
        partition.setStatus(BatchStatus.FAILED);
        partition.setExitStatus(ExitStatus.FAILED);
        partition.setEndTime(partition.getLastUpdated());
        repository.update(partition);
        repository.updateExecutionContext(partition);
    }

    static long id(TaskInstanceId task) {
        return Long.parseLong(task.getId());
    }

    /** One that has ended, or was given up because its run was taken over, is not begun again. */
    private CompletionHandler<Integer> take(long id) {
        Optional<StepExecution> partition =
                find(id).filter(found -> found.getStatus().isRunning());
        if (partition.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        SharedStep step = steps.get(BatchSteps.stepOf(partition.get()));
        if (stop.isRequested() || !step.places().tryAcquire()) {
            return (ended, next) -> next.reschedule(ended, clock.instant().plus(LOOK_AGAIN));
        }
        try {
            execute(step, partition.get());
        } finally {
            step.places().release();
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void execute(SharedStep step, StepExecution partition) {
        underWay.add(partition.getId());
        node.ifPresent(here -> partition.getExecutionContext().putString(NODE, here.name()));
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
}
