package jinbo.operator.report;

import java.util.ArrayList;
import java.util.List;
import jinbo.accesslog.AccessCount;

/** A report for a terminal: what people wrote and did in a month, in memory. */
final class InMemoryReportWriter implements ReportWriter {

    private final List<AccessCount> counts = new ArrayList<>();

    @Override
    public void begin(ReportHeader head) {
        counts.clear();
    }

    @Override
    public void add(AccessCount count) {
        counts.add(count);
    }

    @Override
    public void end(AccessReport.Totals totals) {
        // nothing is left to write
    }

    List<AccessCount> counts() {
        return List.copyOf(counts);
    }
}
