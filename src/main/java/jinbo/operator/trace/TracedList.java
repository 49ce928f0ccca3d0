package jinbo.operator.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.exchange.format.BlockListFileName;
import jinbo.reference.business.LineCode;
import jinbo.registry.blocklist.ListWithNumber;

/**
 * A list that held the number, once for each line of business in which it did; a delta, if it stood on the whole list once that was applied.
 *
 * @param line of business of the row; empty for lists of before there were lines
 * @param expiresOn the first day after the block, as it told
 * @param deliveredAt when it lay on the drop with its manifest, if it does
 * @param vouchedBy the result that vouches for it, if there is one where its manifest says
 */
public record TracedList(
        BlockListFileName name,
        long revision,
        Instant asOf,
        Optional<LineCode> line,
        LocalDate effectiveOn,
        LocalDate expiresOn,
        Optional<Instant> deliveredAt,
        Optional<AccessLogEntry> vouchedBy) {

    static TracedList of(ListWithNumber list, Optional<AccessLogEntry> vouchedBy) {
        return new TracedList(
                list.name(),
                list.revision(),
                list.asOf(),
                list.line(),
                list.interval().effectiveOn(),
                list.interval().expiresOn(),
                list.deliveredAt(),
                vouchedBy);
    }
}
