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
 * Where a number has been. Holds neither the number nor anything that gives it away.
 *
 * @param accesses entries about it alone, under any key that is still there; the search itself is among them
 * @param yearsWithoutKey in which the log tells of accesses to single numbers, and nobody can tell any more to which
 * @param yearsLost those of them whose keys were not destroyed with the end of retention, but are lost
 */
public record NumberTrace(
        TraceSlice<AccessLogEntry> accesses,
        TraceSlice<TracedUpload> uploads,
        TraceSlice<TracedList> lists,
        TraceSlice<TracedCaseFile> caseFiles,
        List<Integer> yearsWithoutKey,
        List<Integer> yearsLost) {

    /**
     * @param vouchedBy the result of the access by which the number was handed over, if there is one where the record
     *     says
     */
    public record TracedCaseFile(CaseFile file, List<CaseNumber> cases, Optional<AccessLogEntry> vouchedBy) {

        public TracedCaseFile {
            cases = List.copyOf(cases);
        }
    }

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

    /**
     * A list that held the number, once for each line of business in which it did; a delta, if it stood on the whole
     * list once that was applied.
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
}
