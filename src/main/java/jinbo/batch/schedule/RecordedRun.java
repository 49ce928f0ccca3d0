package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;

/** The record of a scheduled run: {@code attempt} is 0 for the due run, {@code deaths} counts nodes that died in it. */
public record RecordedRun(
        long id, RunKey key, Instant dueAt, int attempt, Instant beganAt, String node, int deaths, Optional<End> end) {

    /** The end of a run; {@code done} is the number of processed files, lists or numbers. */
    public record End(Instant at, RunOutcome outcome, long done) {}
}
