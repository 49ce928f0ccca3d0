package jinbo.operator.trace;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.registry.inbound.InboundFile;

/**
 * @param registrations how many of its rows were about the number
 * @param vouchedBy the result that vouches for its registrations, if there is one
 * @param accesses all entries about a file of this name from this insurer
 */
public record TracedUpload(
        InboundFile file,
        long revision,
        long registrations,
        Optional<AccessLogEntry> vouchedBy,
        List<AccessLogEntry> accesses) {}
