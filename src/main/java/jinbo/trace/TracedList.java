package jinbo.trace;

import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.blocklist.HoldingList;

/**
 * A list that held the number.
 *
 * @param list the list
 * @param vouchedBy the result that vouches for it, if there is one where its manifest says
 */
public record TracedList(HoldingList list, Optional<AccessLogEntry> vouchedBy) {}
