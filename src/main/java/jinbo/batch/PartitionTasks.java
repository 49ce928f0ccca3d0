package jinbo.batch;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.Insurers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Lets every node that serves take partitions of a step: each is a task of db-scheduler, under the number of its step execution. What a
 * partition needs is in its execution context, the database and the home. A node that dies over one is replaced by another, which does it
 * again. In a process that does not serve, partitions are worked on by threads of its own.
 */
@Component
public class PartitionTasks {

    /** As db-scheduler calls it. */
    public static final String NAME = "partition";

    /** In the execution context of a partition: which node worked on it. */
    static final String NODE = "node";

    /** Whatever kills a process so often kills the next one, too. */
    private static final int MOST_DEATHS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PartitionTasks.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final JobRepository repository;
    private final Insurers insurers;
    private final PerInsurerExecutor perInsurerExecutor;
    private final StopRequest stop;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Map<String, Step> workers = new ConcurrentHashMap<>();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private volatile Optional<Scheduler> nodes = Optional.empty();

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

    /**
     * From now on partitions are for all nodes; until {@link #leaveNodes}.
     *
     * @param scheduler the one that takes them here
     */
    public void joinNodes(Scheduler scheduler) {
        nodes = Optional.of(scheduler);
    }

    /** Partitions are worked on in this process alone. */
    public void leaveNodes() {
        nodes = Optional.empty();
    }

    /**
     * The task by which a node takes a partition.
     *
     * @param node its name, which the execution context of the partition keeps
     */
    public Task<?> task(String node) {
        return Tasks.custom(NAME, PartitionState.class)
                .onDeadExecution((dead, next) -> {
                    PartitionState state =
                            state(dead.getExecution().taskInstance).died();
                    // it is found dead by the machine's clock, and may be at work in this very process after a pause
                    if (state.deaths() >= MOST_DEATHS) {
                        next.remove();
                    } else if (!underWay.contains(id(dead.getExecution().taskInstance))) {
                        next.reschedule(dead, clock.instant(), state);
                    }
                })
                .execute((instance, context) -> executeOrWait(instance, context.getSchedulerClient(), node));
    }

    /** Hands the partitions of a worker step to the nodes, or to threads of this process. */
    PartitionHandler handlerOf(Step worker) {
        workers.put(worker.getName(), worker);
        PartitionThreads threads = new PartitionThreads(worker);
        return new AbstractPartitionHandler() {
            @Override
            protected Set<StepExecution> doHandle(StepExecution step, Set<StepExecution> partitions) throws Exception {
                Optional<Scheduler> scheduler = nodes;
                if (scheduler.isEmpty()) {
                    return threads.doHandle(step, partitions);
                }
                share(scheduler.get(), partitions);
                return partitions;
            }
        };
    }

    private void share(Scheduler scheduler, Set<StepExecution> partitions) throws InterruptedException {
        PartitionState fresh = new PartitionState(clock.millis(), 0);
        for (StepExecution partition : partitions) {
            scheduler.scheduleIfNotExists(
                    new TaskInstance<>(NAME, Long.toString(partition.getId()), fresh), clock.instant());
        }
        scheduler.triggerCheckForDueExecutions();
        Set<Long> own = partitions.stream().map(StepExecution::getId).collect(Collectors.toSet());
        for (List<ScheduledExecution<PartitionState>> left = tasks(scheduler, own);
                !left.isEmpty();
                left = tasks(scheduler, own)) {
            if (stop.isRequested()) {
                cancel(scheduler, left);
            }
            if (!sleeper.sleep(LOOK_AGAIN)) {
                cancel(scheduler, tasks(scheduler, own));
                throw new InterruptedException("The run was interrupted; run it again to go on");
            }
        }
        partitions.forEach(this::refresh);
    }

    private static List<ScheduledExecution<PartitionState>> tasks(SchedulerClient client, Set<Long> ids) {
        List<ScheduledExecution<PartitionState>> found = new ArrayList<>();
        client.fetchScheduledExecutionsForTask(NAME, PartitionState.class, ScheduledExecutionsFilter.all(), task -> {
            if (ids.contains(id(task.getTaskInstance()))) {
                found.add(task);
            }
        });
        return found;
    }

    /** Those that no node is at. */
    private static void cancel(SchedulerClient client, List<ScheduledExecution<PartitionState>> left) {
        for (ScheduledExecution<PartitionState> task : left) {
            try {
                if (!task.isPicked()) {
                    client.cancel(task.getTaskInstance());
                }
            } catch (TaskInstanceException takenMeanwhile) {
                LOG.debug(
                        "Partition {} is not waiting any more",
                        task.getTaskInstance().getId());
            }
        }
    }

    /** As the node that worked on it has recorded it. */
    private void refresh(StepExecution partition) {
        StepExecution recorded = repository.getStepExecution(partition.getId());
        partition.setExecutionContext(recorded.getExecutionContext());
        partition.setExitStatus(recorded.getExitStatus());
        partition.setStatus(recorded.getStatus().isRunning() ? BatchStatus.FAILED : recorded.getStatus());
    }

    /** One that has ended, or was given up because its run was taken over, is not begun again. */
    private CompletionHandler<PartitionState> executeOrWait(
            TaskInstance<PartitionState> task, SchedulerClient client, String node) {
        Optional<StepExecution> partition = Optional.ofNullable(repository.getStepExecution(id(task)))
                .filter(found -> found.getStatus().isRunning());
        if (partition.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Optional<PartitionState> waits = stateWhileBusy(partition.get(), state(task), client);
        if (waits.isPresent()) {
            return (ended, next) -> next.reschedule(ended, clock.instant().plus(LOOK_AGAIN), waits.get());
        }
        underWay.add(id(task));
        try {
            execute(partition.get(), node);
        } finally {
            underWay.remove(id(task));
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /**
     * An insurer that somebody works for is waited for when the other partitions are done, and not for long, and takes no place meanwhile;
     * empty if it is time to begin.
     */
    private Optional<PartitionState> stateWhileBusy(
            StepExecution partition, PartitionState state, SchedulerClient client) {
        if (!perInsurerExecutor.isBusy(insurers.get(BatchSteps.insurerOf(partition)))) {
            return Optional.empty();
        }
        Set<Long> others = partitionsBeside(partition).map(StepExecution::getId).collect(Collectors.toSet());
        boolean othersAreWorkedOn = tasks(client, others).stream().anyMatch(ScheduledExecution::isPicked);
        long waitsSince = othersAreWorkedOn ? clock.millis() : state.othersWorkedAt();
        return clock.millis() - waitsSince < perInsurerExecutor.patience().toMillis()
                ? Optional.of(new PartitionState(waitsSince, state.deaths()))
                : Optional.empty();
    }

    private static Stream<StepExecution> partitionsBeside(StepExecution partition) {
        String step = BatchSteps.stepOf(partition);
        return partition.getJobExecution().getStepExecutions().stream()
                .filter(BatchSteps::isPartition)
                .filter(other -> BatchSteps.stepOf(other).equals(step) && other.getId() != partition.getId());
    }

    private void execute(StepExecution partition, String node) {
        partition.getExecutionContext().putString(NODE, node);
        String job = partition.getJobExecution().getJobInstance().getJobName();
        LogContext.about(LogContext.Field.JOB, job, () -> {
            try {
                workers.get(BatchSteps.stepOf(partition)).execute(partition);
            } catch (RuntimeException | JobInterruptedException e) {
                LOG.warn("{} could not be recorded", partition.getStepName(), e);
            }
            return partition;
        });
    }

    private static long id(TaskInstanceId task) {
        return Long.parseLong(task.getId());
    }

    private static PartitionState state(TaskInstance<?> task) {
        return (PartitionState) task.getData();
    }
}
