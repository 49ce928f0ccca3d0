package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.WithheldLists.WithheldList;

/**
 * What a list would have said that the insurer did not get for a reason of its own.
 *
 * @param asOf the moment that it would have spoken of
 * @param said the block that would have stood there; empty if the number would not have stood there
 */
public record WithheldListContent(
        Instant withheldAt, WithheldList.Reason reason, long revision, Instant asOf, Optional<Interval> said) {}
