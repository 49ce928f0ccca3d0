package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * A run that is planned or under way.
 *
 * @param key whose
 * @param at when it begins, or was to
 * @param failures how many before it have left something undone, one after the other
 * @param node on which it is under way; empty if it is not
 */
public record UpcomingRun(RunKey key, Instant at, int failures, Optional<String> node) {}
