package jinbo.batch;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jinbo.exchange.sftp.Sleeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/**
 * Works on the partitions of one step execution and shares them with other nodes. This process works alone for two
 * seconds, in which most steps end, and then offers the rest to all nodes. Partitions of insurers for which another
 * process works begin later.
 */
final class PartitionSharing {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionSharing.class);

    private static final Duration ALONE_FOR = Duration.ofSeconds(2);
    private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();

    /** A pause between two queries lasts the elapsed time divided by this. */
    private static final int PAUSE_DIVISOR = 8;

    /** The consecutive failures of the query for remaining partitions after which the work fails. */
    private static final int MAX_FAILURES = 20;

    /** A limit; SFTP work ends on interruption, or by its timeouts. */
    private static final int MINUTES_TO_END = 5;

    private static final String DIED = "the processes that worked on it died " + PartitionTasks.MAX_DEATHS
            + " times; see log/jinbo.log, and check how much memory a process may use";
    private static final String STILL_RUNNING = "a process is still working on it; run again to continue";

    private final PartitionTasks tasks;
    private final Scheduler scheduler;
    private final int atATime;
    private final StopRequest stop;
    private final Sleeper sleeper;
    private final Clock clock;
    private final BlockingQueue<StepExecution> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<StepExecution> busy = new LinkedBlockingQueue<>();
    private final Map<Long, StepExecution> offered = new HashMap<>();

    PartitionSharing(
            PartitionTasks tasks, Scheduler scheduler, int atATime, StopRequest stop, Sleeper sleeper, Clock clock) {
        this.tasks = tasks;
        this.scheduler = scheduler;
        this.atATime = atATime;
        this.stop = stop;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /** Works on the partitions that no node has begun, once all others have ended. */
    @FunctionalInterface
    interface RemainingWork {
        void work(Set<StepExecution> partitions) throws Exception;
    }

    /** Works on partitions, and returns when all have ended or this process must stop. */
    void work(Set<StepExecution> partitions, RemainingWork remaining) throws Exception {
        if (partitions.isEmpty()) {
            return;
        }
        waiting.addAll(partitions);
        String step = BatchSteps.stepOf(partitions.iterator().next());
        Map<String, String> context = LogContext.current();
        ExecutorService here = Executors.newFixedThreadPool(atATime);
        try {
            for (int i = 0; i < Math.min(atATime, partitions.size()); i++) {
                here.execute(() -> {
                    LogContext.set(context);
                    tasks.executeEach(step, this::next);
                });
            }
            here.shutdown();
            here.awaitTermination(ALONE_FOR.toNanos(), TimeUnit.NANOSECONDS);
            offer(drain(waiting));
            Set<Long> left = awaitOthers(here);
            Set<StepExecution> notBegun = new HashSet<>(drain(busy));
            for (StepExecution partition : offered.values()) {
                if (!takeOverRecord(partition, left.contains(partition.getId()))) {
                    notBegun.add(partition);
                }
            }
            remaining.work(notBegun);
            partitions.stream()
                    .filter(partition -> partition.getStatus().isRunning())
                    .forEach(partition -> partition.setStatus(BatchStatus.FAILED));
        } catch (InterruptedException e) {
            stop(here);
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            stop(here);
        }
    }

    /** Stops the threads and withdraws waiting partitions, after an interruption or a database failure. */
    private void stop(ExecutorService here) throws InterruptedException {
        if (here.isTerminated()) {
            return;
        }
        here.shutdownNow();
        try {
            withdraw();
        } catch (RuntimeException e) {
            LOG.warn("Partitions of an ended run could not be withdrawn", e);
        }
        here.awaitTermination(MINUTES_TO_END, TimeUnit.MINUTES);
    }

    private Optional<StepExecution> next() {
        for (StepExecution next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!tasks.isBusy(next)) {
                return Optional.of(next);
            }
            busy.add(next);
        }
        return Optional.empty();
    }

    private static List<StepExecution> drain(BlockingQueue<StepExecution> queue) {
        List<StepExecution> drained = new ArrayList<>();
        queue.drainTo(drained);
        return drained;
    }

    /** Offers partitions to all nodes. Those that cannot be offered now wait for a later attempt. */
    private void offer(List<StepExecution> partitions) {
        for (StepExecution partition : partitions) {
            if (tasks.isBusy(partition) || !tryOffer(partition)) {
                busy.add(partition);
            }
        }
    }

    private boolean tryOffer(StepExecution partition) {
        try {
            scheduler.scheduleIfNotExists(
                    new TaskInstance<>(PartitionTasks.NAME, Long.toString(partition.getId()), 0), clock.instant());
            offered.put(partition.getId(), partition);
            scheduler.triggerCheckForDueExecutions();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be offered to other nodes", partition.getStepName(), e);
            return false;
        }
    }

    /** Waits for the offered partitions (after a stop request, half of the time for it); returns those in progress. */
    private Set<Long> awaitOthers(ExecutorService here) throws InterruptedException {
        long begun = System.nanoTime();
        long stopBy = Long.MAX_VALUE;
        int failures = 0;
        while (true) {
            try {
                if (stop.isRequested()) {
                    withdraw();
                    stopBy = Math.min(stopBy, System.nanoTime() + stop.within().toNanos() / 2);
                } else {
                    offer(drain(busy));
                }
                Set<Long> left = left(ScheduledExecutionsFilter.all());
                if (here.isTerminated() && (left.isEmpty() || System.nanoTime() > stopBy)) {
                    return left;
                }
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                if (failures == MAX_FAILURES) {
                    throw e;
                }
                LOG.warn("The remaining partitions could not be read from the database", e);
            }
            pause((System.nanoTime() - begun) / PAUSE_DIVISOR);
        }
    }

    private void pause(long nanos) throws InterruptedException {
        Duration pause = Duration.ofNanos(Math.max(SHORTEST_PAUSE, Math.min(nanos, LONGEST_PAUSE)));
        if (!sleeper.sleep(pause)) {
            LockSupport.parkNanos(pause.toNanos());
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("The run was interrupted; run it again to continue");
        }
    }

    private Set<Long> left(ScheduledExecutionsFilter which) {
        Set<Long> found = new HashSet<>();
        scheduler.fetchScheduledExecutionsForTask(
                PartitionTasks.NAME,
                Integer.class,
                which,
                task -> found.add(PartitionTasks.id(task.getTaskInstance())));
        found.retainAll(offered.keySet());
        return found;
    }

    /** Cancels the offered partitions that no node has picked. */
    private void withdraw() {
        for (long partition : left(ScheduledExecutionsFilter.all().withPicked(false))) {
            try {
                scheduler.cancel(TaskInstanceId.of(PartitionTasks.NAME, Long.toString(partition)));
            } catch (TaskInstanceException takenMeanwhile) {
                LOG.debug("Partition {} does not wait any more", partition);
            }
        }
    }

    /** Copies the recorded state of an offered partition into this one; false if no node has begun it. */
    private boolean takeOverRecord(StepExecution partition, boolean isUnderWay) {
        StepExecution recorded = tasks.find(partition.getId()).orElse(partition);
        if (!isUnderWay && recorded.getStatus() == BatchStatus.STARTING) {
            return false;
        }
        if (!isUnderWay) {
            recorded = stop.isRequested()
                    ? tasks.end(recorded, BatchStatus.STOPPED, StopRequest.STOPPED)
                    : tasks.end(recorded, BatchStatus.FAILED, DIED);
        } else if (recorded.getStatus().isRunning()) {
            PartitionReport.ofProblem(STILL_RUNNING).keepIn(recorded);
            recorded.setStatus(BatchStatus.FAILED);
        }
        partition.setStatus(recorded.getStatus());
        partition.setExitStatus(recorded.getExitStatus());
        partition.setStartTime(recorded.getStartTime());
        partition.setEndTime(recorded.getEndTime());
        partition.setReadCount(recorded.getReadCount());
        partition.setWriteCount(recorded.getWriteCount());
        partition.setExecutionContext(recorded.getExecutionContext());
        return true;
    }
}
