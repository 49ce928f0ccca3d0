package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as it is recorded.
 *
 * @param id its number
 * @param key whose
 * @param dueAt when it was due
 * @param attempt which try it was, from 0
 * @param beganAt when it began first
 * @param node which had it last
 * @param deaths how many nodes were gone before it had ended
 * @param end how it ended; empty as long as it has not
 */
public record RecordedRun(
        long id, RunKey key, Instant dueAt, int attempt, Instant beganAt, String node, int deaths, Optional<End> end) {

    /**
     * An end.
     *
     * @param at when
     * @param outcome how
     * @param done how many files, lists or numbers it has dealt with
     */
    public record End(Instant at, RunOutcome outcome, long done) {}
}
