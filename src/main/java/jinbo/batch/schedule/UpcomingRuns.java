package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.batch.schedule.RunState.RunStateSerializer;
import org.springframework.stereotype.Component;

/** Finds the planned runs and those in progress. */
@Component
public record UpcomingRuns(DataSource dataSource, List<ScheduledJob> jobs) {

    private static final RunStateSerializer STORED = new RunStateSerializer();

    public UpcomingRuns {
        jobs = List.copyOf(jobs);
    }

    /** Returns all runs in the order of their times; none before a node has planned runs. */
    public List<UpcomingRun> all() {
        SchedulerClient client =
                SchedulerClient.Builder.create(dataSource).serializer(STORED).build();
        return jobs.stream()
                .flatMap(
                        job -> client
                                .getScheduledExecutionsForTask(
                                        job.name(), Object.class, ScheduledExecutionsFilter.all())
                                .stream()
                                .map(planned -> run(job, planned)))
                .sorted(Comparator.comparing(UpcomingRun::at))
                .toList();
    }

    private UpcomingRun run(ScheduledJob job, ScheduledExecution<Object> planned) {
        return new UpcomingRun(
                RunKey.of(job, planned.getTaskInstance().getId()),
                planned.getExecutionTime(),
                STORED.deserialize(RunState.class, planned.getRawData()).failures(),
                Optional.ofNullable(planned.getPickedBy()).filter(node -> planned.isPicked()));
    }

    /** A planned or active run; {@code failures} counts the previous runs in succession with unfinished work. */
    public record UpcomingRun(RunKey key, Instant at, int failures, Optional<String> node) {}
}
