package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code jinbo.schedule}, documented in {@code jobs/README.md}.
 *
 * @param downtime {@link TimeWindow}s by insurer in which nothing begins on its drop
 * @param runsAtATime maximum of insurers' own runs on one node
 * @param heartbeat interval; a node without four of them is replaced
 */
@ConfigurationProperties(prefix = "jinbo.schedule", ignoreUnknownFields = false)
record ScheduleSettings(
        Map<String, JobSchedule> jobs,
        @DefaultValue Map<String, List<String>> downtime,
        @DefaultValue("4") int runsAtATime,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("400d") Duration keepRecords) {

    private static final int MOST = 8;

    /** Connections of one insurer's work while it waits for the last one: {@link jinbo.batch.ParallelismLimit}. */
    private static final int HELD_FOR_AN_INSURER = 3;

    /**
     * Other connections: three of {@code settle-cases}, two of each other job without insurers, one of each run for
     * all, one of the shared view, one of a list sealed during deliveries, one in reserve.
     */
    private static final int OTHER_CONNECTIONS = 16;

    /** A dead node is replaced within a minute. */
    private static final Duration SLOWEST_HEARTBEAT = Duration.ofSeconds(10);

    ScheduleSettings {
        jobs = Map.copyOf(jobs);
        downtime = Map.copyOf(downtime);
        downtime.forEach((code, spans) -> {
            new InsurerCode(code);
            spans.forEach(TimeWindow::parse);
        });
        if (runsAtATime < 1 || runsAtATime > MOST) {
            throw new IllegalArgumentException("runs-at-a-time is " + runsAtATime + "; it may be 1 to " + MOST);
        }
        if (lookEvery.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "look-every is " + lookEvery.toMillis() + " ms; it may be 100ms or more");
        }
        if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0 || heartbeat.compareTo(SLOWEST_HEARTBEAT) > 0) {
            throw new IllegalArgumentException("heartbeat is " + heartbeat.toMillis() + " ms; it may be 1s to 10s");
        }
    }

    /** @throws IllegalArgumentException if the jobs could use up all connections and wait for each other */
    void requireRoom(int publishedAtATime, int connections) {
        int needed = HELD_FOR_AN_INSURER * (publishedAtATime + runsAtATime) + OTHER_CONNECTIONS;
        if (needed > connections) {
            throw new IllegalArgumentException("runs-at-a-time is " + runsAtATime + " and publish-block-lists has "
                    + publishedAtATime + " insurers at a time; that may take " + needed + " database connections of "
                    + connections + ": lower one of them");
        }
    }

    JobSchedule of(String job) {
        return jobs.getOrDefault(job, NEVER);
    }

    List<TimeWindow> downtimeOf(InsurerCode insurer) {
        return downtime.getOrDefault(insurer.value(), List.of()).stream()
                .map(TimeWindow::parse)
                .toList();
    }

    private static final JobSchedule NEVER = new JobSchedule(
            "never",
            List.of(),
            JobSchedule.MissedRunPolicy.SKIP,
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ofHours(2));
}
