package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings {@code jinbo.schedule}, documented in {@code jobs/README.md}. */
@ConfigurationProperties(prefix = "jinbo.schedule", ignoreUnknownFields = false)
record ScheduleSettings(
        Map<String, JobSchedule> jobs,
        @DefaultValue Map<String, List<String>> downtime,
        @DefaultValue("4") int runsAtATime,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("400d") Duration keepRecords) {

    private static final int MAX_RUNS = 8;

    /**
     * The work for one insurer needs up to four connections ({@link jinbo.batch.PerInsurerExecutor}). While it waits
     * for the fourth, it holds three.
     */
    private static final int HELD_FOR_AN_INSURER = 3;

    /**
     * Connections of other work: three of {@code settle-cases}; two of each of the three jobs that do not work for
     * single insurers; one for the lock of each run of the four jobs that have one run for all insurers ({@link
     * jinbo.batch.JobRuns}); one for the lock of this node ({@link jinbo.batch.ServingNodes}); one for the snapshot
     * that all lists share; one for a list that is sealed during deliveries; one in reserve.
     */
    private static final int OTHER_CONNECTIONS = 17;

    /** A limit, so that another node takes over from a dead one within a minute. */
    private static final Duration SLOWEST_HEARTBEAT = Duration.ofSeconds(10);

    ScheduleSettings {
        jobs = Map.copyOf(jobs);
        downtime = Map.copyOf(downtime);
        downtime.forEach((code, spans) -> {
            new InsurerCode(code);
            spans.forEach(TimeWindow::parse);
        });
        if (runsAtATime < 1 || runsAtATime > MAX_RUNS) {
            throw new IllegalArgumentException("runs-at-a-time is " + runsAtATime + "; it must be 1 to " + MAX_RUNS);
        }
        if (lookEvery.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "look-every is " + lookEvery.toMillis() + " ms; it must be 100ms or more");
        }
        if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0 || heartbeat.compareTo(SLOWEST_HEARTBEAT) > 0) {
            throw new IllegalArgumentException("heartbeat is " + heartbeat.toMillis() + " ms; it must be 1s to 10s");
        }
    }

    /** @throws IllegalArgumentException if jobs could use up all database connections and wait for each other */
    void requireRoom(int publishedAtATime, int connections) {
        int needed = HELD_FOR_AN_INSURER * (publishedAtATime + runsAtATime) + OTHER_CONNECTIONS;
        if (needed > connections) {
            throw new IllegalArgumentException("runs-at-a-time is " + runsAtATime + " and publish-block-lists has "
                    + publishedAtATime + " insurers at a time; together they may need " + needed
                    + " database connections, but there are only " + connections
                    + ": lower one of these two settings, or raise spring.datasource.hikari.maximum-pool-size");
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

    /** The settings {@code jinbo.schedule.jobs.<job>} of {@code jobs/<job>.yaml}; see {@code jobs/README.md}. */
    record JobSchedule(
            @DefaultValue("never") String when,
            @DefaultValue({}) List<String> windows,
            @DefaultValue("MAKE_UP") MissedRunPolicy missed,
            @DefaultValue("1h") Duration missedAfter,
            @DefaultValue("1m") Duration retryPause,
            @DefaultValue("30m") Duration longestPause,
            @DefaultValue("2h") Duration tellAfter,
            @DefaultValue("2h") Duration mayTake) {

        JobSchedule {
            DueRule.parse(when);
            windows = List.copyOf(windows);
            windows.forEach(TimeWindow::parse);
            if (retryPause.compareTo(Duration.ofSeconds(1)) < 0 || longestPause.compareTo(retryPause) < 0) {
                throw new IllegalArgumentException(
                        "retry-pause is " + retryPause.toMillis() + " ms and longest-pause " + longestPause.toMillis()
                                + " ms; retry-pause must be 1s or more, and longest-pause must not be shorter than it");
            }
        }

        DueRule rule() {
            return DueRule.parse(when);
        }

        AllowedTimes allowed() {
            return new AllowedTimes(windows.stream().map(TimeWindow::parse).toList(), List.of());
        }

        /** Returns the pause after this many failures in succession (1 or more). */
        Duration pauseAfter(int failures) {
            int doublings = Math.min(failures - 1, Integer.SIZE - 2);
            Duration pause = retryPause.multipliedBy(1L << doublings);
            return pause.compareTo(longestPause) > 0 ? longestPause : pause;
        }

        /** What happens to a run that could not begin in time because no node was up or free. */
        enum MissedRunPolicy {
            /** It begins as soon as possible; one run makes up for several. */
            MAKE_UP,
            /** It is recorded as missed; the next one begins when it is due. */
            SKIP
        }
    }
}
