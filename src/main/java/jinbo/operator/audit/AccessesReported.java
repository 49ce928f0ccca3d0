package jinbo.operator.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.operator.report.AccessReport;
import jinbo.participant.insurer.InsurerCode;

/**
 * @param month in the association's zone
 * @param size of the checkpoint that covers all that was counted
 * @param root of that checkpoint, base64
 * @param counts by insurer; empty if they were written to files
 */
record AccessesReported(
        String month,
        Optional<InsurerCode> insurer,
        boolean over,
        Instant madeAt,
        String log,
        long size,
        String root,
        List<AccessCount> counts,
        AccessReport.AccessTotals totals,
        List<Path> files) {

    static AccessesReported of(AccessReport report) {
        return new AccessesReported(
                report.head().month().toString(),
                report.head().insurer(),
                report.head().isOver(),
                report.head().madeAt(),
                report.head().head().log(),
                report.head().head().size(),
                report.head().head().root(),
                report.counts(),
                report.totals(),
                report.files().stream().map(Path::toAbsolutePath).toList());
    }
}
