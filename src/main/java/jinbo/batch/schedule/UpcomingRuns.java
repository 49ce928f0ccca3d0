package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jinbo.batch.schedule.RunState.RunStateSerializer;
import org.springframework.stereotype.Component;

/** Finds the planned runs and those in progress. */
@Component
public final class UpcomingRuns {

    private static final RunStateSerializer STORED = new RunStateSerializer();

    private final List<ScheduledJob> jobs;
    private final SchedulerClient client;

    UpcomingRuns(DataSource dataSource, List<ScheduledJob> jobs) {
        this.jobs = List.copyOf(jobs);
        this.client = SchedulerClient.Builder.create(dataSource)
                .serializer(STORED)
                // without it, the client asks the database at once which one it is
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    /**
     * Returns all runs in the order of their times, at the same time in that of their jobs and insurers; none before a
     * node has planned runs.
     */
    public List<UpcomingRun> all() {
        Map<String, List<ScheduledExecution<Object>>> planned =
                client.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
                        .collect(Collectors.groupingBy(
                                execution -> execution.getTaskInstance().getTaskName()));
        return jobs.stream()
                .flatMap(job -> planned.getOrDefault(job.name(), List.of()).stream()
                        .map(execution -> upcoming(job, execution))
                        .sorted(Comparator.comparing(run -> run.key().instance())))
                .sorted(Comparator.comparing(UpcomingRun::at))
                .toList();
    }

    private static UpcomingRun upcoming(ScheduledJob job, ScheduledExecution<Object> planned) {
        return new UpcomingRun(
                RunKey.of(job, planned.getTaskInstance().getId()),
                planned.getExecutionTime(),
                STORED.deserialize(RunState.class, planned.getRawData()).failures(),
                Optional.ofNullable(planned.getPickedBy()).filter(node -> planned.isPicked()));
    }

    /** A planned or active run; {@code failures} counts the previous runs in succession with unfinished work. */
    public record UpcomingRun(RunKey key, Instant at, int failures, Optional<String> node) {}
}
