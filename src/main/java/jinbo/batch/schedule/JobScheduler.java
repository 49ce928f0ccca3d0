package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
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
        List<Task<?>> jobs = tasks.jobTasks(name);
        SchedulerClient client = SchedulerClient.Builder.create(dataSource, jobs)
                .serializer(new RunStateSerializer())
                .build();
        Map<Boolean, List<Task<?>>> byInsurer =
                jobs.stream().collect(Collectors.partitioningBy(tasks::isForEachInsurer));
        List<Task<?>> jobsForAll = byInsurer.get(false);
        Scheduler forAll = builder(name, "scheduled_tasks_for_all", jobsForAll, jobsForAll.size() + 1)
                .startTasks(tasks.planning(client))
                .build();
        Scheduler ofInsurers = builder(name, "scheduled_tasks_of_insurers", byInsurer.get(true), settings.runsAtATime())
                .build();
        Scheduler ofPartitions = builder(
                        name, "scheduled_tasks_of_partitions", List.of(partitions.task()), partitionsAtATime)
                .jdbcCustomization(new RoomLimit(partitions::room))
                .build();
        tasks.plan(client);
        List<Scheduler> schedulers = List.of(forAll, ofInsurers, ofPartitions);
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

    /** @param view contains the tasks to take: from a table with others, db-scheduler would delete those */
    private SchedulerBuilder builder(String node, String view, List<Task<?>> known, int threads) {
        return Scheduler.create(dataSource, known)
                .tableName(view)
                .jdbcCustomization(new RoomLimit(() -> threads))
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.lookEvery())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .serializer(new RunStateSerializer())
                .clock(clock::instant)
                .shutdownMaxWait(stop.within());
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

    /** Takes no more executions than this node has room for, so that other nodes can take the rest. */
    private static final class RoomLimit extends PostgreSqlJdbcCustomization {

        private final IntSupplier room;

        RoomLimit(IntSupplier room) {
            // locks in one statement and updates in another: one statement for both may update more rows than the limit
            super(true, false);
            this.room = room;
        }

        @Override
        public String getQueryLimitPart(int limit) {
            return super.getQueryLimitPart(Math.min(limit, room.getAsInt()));
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
