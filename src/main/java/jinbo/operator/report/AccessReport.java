package jinbo.operator.report;

import java.nio.file.Path;
import java.util.List;
import jinbo.accesslog.AccessCount;

/**
 * A report that was made.
 *
 * @param head what it is about
 * @param counts all of them, by insurer, if it was not written to files
 * @param totals of all counts
 * @param files that it was written to, if it was
 */
public record AccessReport(ReportHeader head, List<AccessCount> counts, ReportTotals totals, List<Path> files) {}
