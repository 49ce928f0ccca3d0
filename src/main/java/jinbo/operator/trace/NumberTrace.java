package jinbo.operator.trace;

import java.util.List;
import jinbo.accesslog.AccessLogEntry;

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
        List<Integer> yearsLost) {}
