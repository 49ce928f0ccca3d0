package jinbo.operator.report;

import java.util.ArrayList;
import java.util.List;
import jinbo.accesslog.AccessCount;

/** A report for a terminal: what people wrote and did in a month, in memory. */
final class CountsKept implements Sheet {

    private final List<AccessCount> counts = new ArrayList<>();

    @Override
    public void begin(ReportHead head) {
        counts.clear();
    }

    @Override
    public void add(AccessCount count) {
        counts.add(count);
    }

    @Override
    public void end(ReportTotals totals) {
        // nothing is left to write
    }

    List<AccessCount> counts() {
        return List.copyOf(counts);
    }
}
