package jinbo.operator.report;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.http.PrintablePage;
import jinbo.reference.calendar.BusinessTime;

/**
 * A report as one page of HTML in Chinese and English that can be printed, filed and mailed: it loads nothing, runs nothing,
 * and forbids the browser both.
 */
final class AccessReportPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    private AccessReportPage() {}

    /**
     * Writes one, count by count, so that it may be of any length.
     *
     * @param counts in order of insurers, those of no insurer last
     */
    static AccessReport.AccessTotals write(
            ReportHeader header, Map<String, String> names, Stream<AccessCount> counts, OutputStream out) {
        AccessReportSections sections = new AccessReportSections(counts.iterator(), names);
        PrintablePage.write(
                "operator/report/access-report",
                Map.of(
                        "header",
                        header,
                        "covers",
                        sections.label(header.insurer().map(InsurerCode::value), BilingualLabel.ALL_INSURERS),
                        "madeAt",
                        TIME.format(header.madeAt().atZone(BusinessTime.ZONE)),
                        "sections",
                        sections),
                out);
        return sections.totals();
    }
}
