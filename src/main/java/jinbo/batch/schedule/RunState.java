package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The stored state between two runs of a job.
 *
 * @param due when the next run is or was due; empty if the calendar was missing
 * @param attempt 0 for the due run, then the number of the retry
 * @param failures consecutive runs with unfinished work
 * @param failing begin of each insurer's failure; {@link #ALL} for work that concerns all
 */
record RunState(Optional<Instant> due, int attempt, int failures, Map<String, Instant> failing) {

    static final String ALL = "";

    RunState {
        failing = Map.copyOf(failing);
    }

    static RunState dueAt(Instant due) {
        return new RunState(Optional.of(due), 0, 0, Map.of());
    }

    RunState nextDue(Optional<Instant> next) {
        return new RunState(next, 0, failures, failing);
    }

    boolean isRetry() {
        return attempt > 0;
    }
}
