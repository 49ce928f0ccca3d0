package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code jinbo.schedule}; {@code jobs/README.md} says what each means.
 *
 * @param downtime by insurer: {@link TimeWindow}s in which nothing is begun with its drop
 * @param runsAtATime how many runs of insurers' own one node has under way at most; a run for all does not count
 * @param lookEvery how often a node looks for what is due
 * @param heartbeat how often a node tells that it lives; one that has not for four times as long is replaced
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

    /** What work for an insurer holds while it waits for the last connection that it needs: {@link jinbo.batch.ParallelismLimit}. */
    private static final int HELD_FOR_AN_INSURER = 3;

    /**
     * What else is held then: three by {@code settle-cases}, two each by the three jobs that work for no insurer, one each by the
     * runs of the four jobs with one run for all, one by the view of the registry that lists share, one by a list that is sealed while others are
     * delivered; and one that is free.
     */
    private static final int OTHER_CONNECTIONS = 16;

    /** A node that dies is replaced within a minute. */
    private static final Duration SLOWEST_HEARTBEAT = Duration.ofSeconds(10);

    /**
     * @throws IllegalArgumentException if an insurer's downtime cannot be read, more runs are wanted at a time than connections
     *     allow, or a dead node would not be replaced within a minute
     */
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

    /**
     * @throws IllegalArgumentException if all jobs, publishing and as many runs of insurers as are allowed could hold all connections
     *     that there are, and wait for each other
     */
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
