package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.WithheldLists.WithheldList;

/** What a list that was withheld for a reason on the insurer's side would have contained for a number. */
public record WithheldListContent(
        Instant withheldAt, WithheldList.Reason reason, long revision, Instant asOf, Optional<Interval> said) {}
