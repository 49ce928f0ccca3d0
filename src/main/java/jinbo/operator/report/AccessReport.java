package jinbo.operator.report;

import java.nio.file.Path;
import java.util.List;
import jinbo.accesslog.CountAccesses.AccessCount;

/** @param counts all of them, by insurer, if it was not written to files */
public record AccessReport(ReportHeader head, List<AccessCount> counts, AccessTotals totals, List<Path> files) {

    /**
     * @param accesses that were announced
     * @param numbers that their results tell of; one that was seen twice counts twice
     * @param withoutResult accesses of which nobody knows how much was seen
     */
    public record AccessTotals(long accesses, long numbers, long failed, long withoutResult, long refusals) {

        static final AccessTotals NOTHING = new AccessTotals(0, 0, 0, 0, 0);

        AccessTotals plus(AccessCount count) {
            return new AccessTotals(
                    accesses + count.accesses(),
                    numbers + count.numbers(),
                    failed + count.failed(),
                    withoutResult + count.withoutResult(),
                    refusals + count.refusals());
        }
    }
}
