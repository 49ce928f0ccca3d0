package jinbo.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a consumer's word.
 *
 * @param revision that it got
 * @param registeredAt when it was registered
 * @param entry the id of the access log's result that vouches for it
 * @param ban for insurers that did not have to keep quiet before; those that had to go on without a gap until its end. Empty for
 *     a cancellation and for a number that was released
 */
public record ConsumerRegistrationResult(long revision, Instant registeredAt, long entry, Optional<Interval> ban) {}
