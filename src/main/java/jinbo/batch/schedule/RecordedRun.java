package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * @param attempt 0 for the first one
 * @param deaths nodes that died during the run
 */
public record RecordedRun(
        long id, RunKey key, Instant dueAt, int attempt, Instant beganAt, String node, int deaths, Optional<End> end) {

    /** @param done number of processed files, lists or numbers */
    public record End(Instant at, RunOutcome outcome, long done) {}
}
