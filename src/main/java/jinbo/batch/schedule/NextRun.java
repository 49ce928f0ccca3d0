package jinbo.batch.schedule;

import java.time.Instant;

/**
 * A run that is to come.
 *
 * @param at when it begins
 * @param state as of then
 */
record NextRun(Instant at, RunState state) {}
