package jinbo.batch.schedule;

import java.time.Instant;

/**
 * The last run that has left nothing undone.
 *
 * @param key whose
 * @param at when it ended
 */
public record LastSuccess(RunKey key, Instant at) {}
