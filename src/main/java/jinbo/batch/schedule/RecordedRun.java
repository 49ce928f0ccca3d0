package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * @param attempt which try it was, from 0
 * @param deaths how many nodes were gone before it had ended
 * @param end how it ended; empty as long as it has not
 */
public record RecordedRun(
        long id, RunKey key, Instant dueAt, int attempt, Instant beganAt, String node, int deaths, Optional<End> end) {

    /** @param done how many files, lists or numbers it has dealt with */
    public record End(Instant at, RunOutcome outcome, long done) {}
}
