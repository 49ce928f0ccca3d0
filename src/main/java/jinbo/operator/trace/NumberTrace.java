package jinbo.operator.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseNumber;
import jinbo.exchange.format.BlockListFileName;
import jinbo.operator.trace.TraceNumber.TraceSlice;
import jinbo.reference.business.LineCode;
import jinbo.registry.blocklist.ListsWithNumber.ListWithNumber;
import jinbo.registry.inbound.InboundFile;

/**
 * The history of a number in files, lists and accesses, as far as it can still be assigned to the number. It contains
 * neither the number nor its keyed hashes.
 *
 * @param yearsWithoutKey years for which there is no key, so that access log entries about one number can no longer be
 *     assigned to the number
 * @param yearsLost those of {@code yearsWithoutKey} whose keys are lost; the other keys were destroyed at the end of
 *     their retention period
 */
public record NumberTrace(
        TraceSlice<AccessLogEntry> accesses,
        TraceSlice<TracedUpload> uploads,
        TraceSlice<TracedList> lists,
        TraceSlice<TracedCaseFile> caseFiles,
        List<Integer> yearsWithoutKey,
        List<Integer> yearsLost) {

    /** @param vouchedBy the access log entry of the file, if it really proves the delivery of the file */
    public record TracedCaseFile(CaseFile file, List<CaseNumber> cases, Optional<AccessLogEntry> vouchedBy) {

        public TracedCaseFile {
            cases = List.copyOf(cases);
        }
    }

    public record TracedUpload(
            InboundFile file,
            long revision,
            long registrations,
            Optional<AccessLogEntry> vouchedBy,
            List<AccessLogEntry> accesses) {}

    /**
     * A list that contained the number in a line of business. A delta is included if the full list that results from it
     * contained the number. The line is empty for old lists without lines of business.
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
}
