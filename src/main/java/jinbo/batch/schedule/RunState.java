package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where the runs of a job stand, as it is stored between two of them.
 *
 * @param due when the next run is, or was, due; empty if that could not be told for want of a calendar
 * @param attempt which try it is: 0 when it is due, then 1 and up
 * @param failures how many tries in a row have left something undone
 * @param failing since when each insurer's part was left undone; under {@link #ALL} that of all
 */
record RunState(Optional<Instant> due, int attempt, int failures, Map<String, Instant> failing) {

    /** Stands for what concerns no single insurer. */
    static final String ALL = "";

    RunState {
        failing = Map.copyOf(failing);
    }

    /** Before the first run. */
    static RunState dueAt(Instant due) {
        return new RunState(Optional.of(due), 0, 0, Map.of());
    }

    RunState nextDue(Optional<Instant> next) {
        return new RunState(next, 0, failures, failing);
    }

    /** Whether only what was left undone is tried again. */
    boolean isRetry() {
        return attempt > 0;
    }
}
