package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a job runs: the settings {@code jinbo.schedule.jobs.<job>} in {@code jobs/<job>.yaml}.
 *
 * @param when a {@link DueRule}
 * @param windows {@link TimeWindow}s in which a run may begin; at any time if there are none
 * @param missed what becomes of a run that could not begin in time
 * @param missedAfter how long after it was due a run counts as missed
 * @param retryPause between a run that failed and the next try; twice as long after each further failure
 * @param longestPause which the pauses do not exceed
 * @param tellAfter how long it is tried again before a person is told; from then on it is tried only when it is due
 * @param mayTake how long a run may be under way before a person is told
 */
record JobSchedule(
        @DefaultValue("never") String when,
        @DefaultValue({}) List<String> windows,
        @DefaultValue("MAKE_UP") MissedRunPolicy missed,
        @DefaultValue("1h") Duration missedAfter,
        @DefaultValue("1m") Duration retryPause,
        @DefaultValue("30m") Duration longestPause,
        @DefaultValue("2h") Duration tellAfter,
        @DefaultValue("2h") Duration mayTake) {

    /** @throws IllegalArgumentException if the rule or a window cannot be read, or pauses are none */
    JobSchedule {
        DueRule.parse(when);
        windows = List.copyOf(windows);
        windows.forEach(TimeWindow::parse);
        if (retryPause.compareTo(Duration.ofSeconds(1)) < 0 || longestPause.compareTo(retryPause) < 0) {
            throw new IllegalArgumentException("retry-pause is " + retryPause.toMillis() + " ms and longest-pause "
                    + longestPause.toMillis() + " ms; retry-pause must be 1s or more, and longest-pause not shorter");
        }
    }

    DueRule rule() {
        return DueRule.parse(when);
    }

    AllowedTimes allowed() {
        return new AllowedTimes(windows.stream().map(TimeWindow::parse).toList(), List.of());
    }

    /** The pause after so many failures one after the other, 1 or more. */
    Duration pauseAfter(int failures) {
        int doublings = Math.min(failures - 1, Integer.SIZE - 2);
        Duration pause = retryPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    /** What becomes of a run that could not begin in time, because no node was up or all were busy. */
    enum MissedRunPolicy {
        /** It begins as soon as it can; several that were missed are made up for by one. */
        MAKE_UP,
        /** It is left out, which is recorded; the next one begins when it is due. */
        SKIP
    }
}
