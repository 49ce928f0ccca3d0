package jinbo.registry.blocklist;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.BlockListFileName;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * A list that held a number, as follows from the registrations; once for each line of business in which it did.
 *
 * @param line of business of the row; empty for lists of before there were lines
 * @param interval what it said of the number
 * @param accessLogIndex where the entry stands that vouches for it, as its manifest says
 * @param deliveredAt when list and manifest lay on the drop, if they do
 */
public record ListWithNumber(
        BlockListFileName name,
        long revision,
        Instant asOf,
        String sha256,
        Optional<LineCode> line,
        Interval interval,
        long accessLogIndex,
        Optional<Instant> deliveredAt) {}
