package jinbo.operator.report;

import jinbo.accesslog.AccessCount;

/**
 * Sums of counts.
 *
 * @param accesses that were announced
 * @param numbers that their results tell of; one that was seen twice counts twice
 * @param failed accesses that ended in an error
 * @param withoutResult accesses of which nobody knows how much was seen
 * @param refusals of what was asked for
 */
public record ReportTotals(long accesses, long numbers, long failed, long withoutResult, long refusals) {

    static final ReportTotals NOTHING = new ReportTotals(0, 0, 0, 0, 0);

    ReportTotals plus(AccessCount count) {
        return new ReportTotals(
                accesses + count.accesses(),
                numbers + count.numbers(),
                failed + count.failed(),
                withoutResult + count.withoutResult(),
                refusals + count.refusals());
    }
}
