package jinbo.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Clock;
import javax.sql.DataSource;
import jinbo.job.StopRequest;
import jinbo.job.publish.PublishSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Begins what is due, on this node and any other that shares the database: each run once, those of one insurer one after the
 * other. A node that has not told for four heartbeats that it lives is gone, and what it was at goes on elsewhere.
 */
@Component
public class RunsBySchedule {

    /** The fewest that db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource dataSource;
    private final ScheduleTasks tasks;
    private final ScheduleSettings settings;
    private final StopRequest stop;
    private final Clock clock;

    RunsBySchedule(
            DataSource dataSource,
            ScheduleTasks tasks,
            ScheduleSettings settings,
            PublishSettings publishing,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            StopRequest stop,
            Clock clock) {
        settings.requireRoom(publishing.insurersAtATime(), connections);
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.settings = settings;
        this.stop = stop;
        this.clock = clock;
    }

    /** Begins, until what it gives is closed; that waits for what is under way, as long as the program may take to end. */
    public Node start() {
        String name = NodeName.ofThisProcess().value();
        Scheduler scheduler = Scheduler.create(dataSource, tasks.ofJobs(name))
                .startTasks(tasks.planning())
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(settings.runsAtATime())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.lookEvery())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .serializer(new StoredState())
                .clock(clock::instant)
                .shutdownMaxWait(stop.within())
                .build();
        tasks.plan(scheduler);
        scheduler.start();
        return new Node(name, scheduler::stop);
    }

    /**
     * This process among those that run by schedule.
     *
     * @param name of it
     * @param stop ends it
     */
    public record Node(String name, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }
}
