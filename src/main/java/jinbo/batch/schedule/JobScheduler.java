package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.batch.PartitionTasks;
import jinbo.batch.StopRequest;
import jinbo.batch.publish.PublishSettings;
import jinbo.batch.schedule.RunState.RunStateSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Starts due runs on all nodes that share the database: each run once, and the runs for one insurer one after the
 * other. Jobs with one run for all insurers have their own threads, so that slow servers of insurers do not delay lists
 * or alerts.
 */
@Component
public class JobScheduler {

    /** The smallest number that db-scheduler accepts. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final int RANDOM_BYTES = 3;
    private static final long POLL_NANOS = 100_000_000;

    private final DataSource dataSource;
    private final ScheduleTasks tasks;
    private final ScheduleSettings settings;
    private final PartitionTasks partitions;
    private final int partitionsAtATime;
    private final StopRequest stop;
    private final UpcomingRuns upcoming;
    private final Clock clock;
    private volatile List<Scheduler> started = List.of();

    JobScheduler(
            DataSource dataSource,
            ScheduleTasks tasks,
            ScheduleSettings settings,
            PublishSettings publishing,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            PartitionTasks partitions,
            StopRequest stop,
            UpcomingRuns upcoming,
            Clock clock) {
        settings.requireRoom(publishing.insurersAtATime(), connections);
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.settings = settings;
        this.partitions = partitions;
        this.partitionsAtATime = publishing.deliveriesAtATime();
        this.stop = stop;
        this.upcoming = upcoming;
        this.clock = clock;
    }

    /** Starts the schedule on this node. Closing the node waits for runs in progress, as long as a stop may take. */
    public Node start() {
        String name = nodeName();
        List<Task<?>> all = new ArrayList<>(tasks.jobTasks(name));
        all.add(partitions.task());
        List<String> forAll = Stream.concat(tasks.jobsForAll().stream(), Stream.of(ScheduleTasks.PLANNING))
                .toList();
        Scheduler ofAll = scheduler(name, all, forAll, forAll.size(), () -> forAll.size());
        Scheduler ofInsurers =
                scheduler(name, all, tasks.jobsOfInsurers(), settings.runsAtATime(), settings::runsAtATime);
        Scheduler ofPartitions =
                scheduler(name, all, List.of(PartitionTasks.NAME), partitionsAtATime, partitions::room);
        tasks.plan(ofAll);
        List<Scheduler> schedulers = List.of(ofAll, ofInsurers, ofPartitions);
        schedulers.forEach(Scheduler::start);
        partitions.joinNodes(ofPartitions, name);
        started = schedulers;
        return new Node(name, () -> {
            started = List.of();
            partitions.leaveNodes();
            stop(schedulers);
        });
    }

    public boolean isStarted() {
        return !started.isEmpty();
    }

    /**
     * Advances a demo's clock while this node has no run in progress; with one, its last heartbeat would seem too old.
     * Then waits for the due runs; returns true if all have ended in time.
     */
    public boolean passTime(Runnable advance, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        List<Scheduler> schedulers = started;
        schedulers.forEach(Scheduler::pause);
        try {
            if (!await(
                    () -> schedulers.stream()
                            .allMatch(idle -> idle.getCurrentlyExecuting().isEmpty()),
                    deadline)) {
                return false;
            }
            advance.run();
        } finally {
            schedulers.forEach(Scheduler::resume);
        }
        schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
        return await(this::isNothingDue, deadline);
    }

    private boolean isNothingDue() {
        return upcoming.all().stream()
                .noneMatch(run -> run.node().isPresent() || !run.at().isAfter(clock.instant()));
    }

    private static boolean await(BooleanSupplier condition, long deadline) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private Scheduler scheduler(String node, List<Task<?>> all, List<String> taken, int threads, IntSupplier room) {
        return Scheduler.create(dataSource, all)
                .startTasks(tasks.planning())
                .jdbcCustomization(new TaskFilterCustomization(taken, room))
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.lookEvery())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .serializer(new RunStateSerializer())
                .clock(clock::instant)
                .shutdownMaxWait(stop.within())
                .build();
    }

    /** Stops schedulers in parallel, because each waits for its runs in progress. */
    private static void stop(List<Scheduler> schedulers) {
        CompletableFuture.allOf(schedulers.stream()
                        .map(scheduler -> CompletableFuture.runAsync(scheduler::stop, work -> new Thread(work).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** This process as one of the nodes; closing it stops its schedule. */
    public record Node(String name, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    /** Restricts a scheduler to some tasks. It must know the other tasks, too, or db-scheduler would delete them. */
    static final class TaskFilterCustomization extends PostgreSqlJdbcCustomization {

        private final String condition;
        private final IntSupplier room;

        /** @param room returns how many executions the scheduler may take now */
        TaskFilterCustomization(List<String> names, IntSupplier room) {
            // only the two-step query can be customized
            super(true, false);
            this.condition = names.stream().collect(Collectors.joining("', '", " and task_name in ('", "') "));
            this.room = room;
        }

        @Override
        public String createGenericSelectForUpdateQuery(
                String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
            return super.createGenericSelectForUpdateQuery(
                    tableName, Math.min(limit, room.getAsInt()), requiredAndCondition + condition, orderByPriority);
        }
    }

    /** Returns host and process id, for people, and a random suffix, because containers reuse both. */
    private static String nodeName() {
        byte[] random = new byte[RANDOM_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        return host() + "/" + ProcessHandle.current().pid() + "/"
                + HexFormat.of().formatHex(random);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
