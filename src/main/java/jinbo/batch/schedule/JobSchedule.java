package jinbo.batch.schedule;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The schedule of a job: settings {@code jinbo.schedule.jobs.<job>} in {@code jobs/<job>.yaml}.
 *
 * @param when a {@link DueRule}
 * @param windows {@link TimeWindow}s in which a run may begin; empty for any time
 * @param missedAfter delay after which a run counts as missed
 * @param retryPause pause before the first retry; doubles with each failure up to {@code longestPause}
 * @param tellAfter duration of retries before a person is told; later retries are at due times only
 * @param mayTake duration of a run before a person is told
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

    JobSchedule {
        DueRule.parse(when);
        windows = List.copyOf(windows);
        windows.forEach(TimeWindow::parse);
        if (retryPause.compareTo(Duration.ofSeconds(1)) < 0 || longestPause.compareTo(retryPause) < 0) {
            throw new IllegalArgumentException("retry-pause is " + retryPause.toMillis() + " ms and longest-pause "
                    + longestPause.toMillis() + " ms; the first must be 1s or more, the other not shorter than it");
        }
    }

    DueRule rule() {
        return DueRule.parse(when);
    }

    AllowedTimes allowed() {
        return new AllowedTimes(windows.stream().map(TimeWindow::parse).toList(), List.of());
    }

    /** The pause after a number of consecutive failures, at least 1. */
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
