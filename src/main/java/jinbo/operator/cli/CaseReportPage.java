package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.cases.report.CaseReportColumn;
import jinbo.operator.cases.CasesReported;

/** The report of a month's cases at a terminal: of the month alone, and not all its columns, which JSON and the files have. */
final class CaseReportPage {

    private static final List<CaseReportColumn> SHOWN = List.of(
            CaseReportColumn.OPENED,
            CaseReportColumn.DECIDED,
            CaseReportColumn.DECIDED_UPHELD,
            CaseReportColumn.UNDECIDED_AT_END,
            CaseReportColumn.OVERDUE_AT_INSURER,
            CaseReportColumn.ANSWER_WORKDAYS_MEDIAN,
            CaseReportColumn.APPEALS,
            CaseReportColumn.UPHELD_PER_10000);

    private CaseReportPage() {}

    static void tell(CasesReported report, Page page) {
        if (report.files().isEmpty()) {
            page.table(
                    "insurer business_line cases_opened cases_decided cases_upheld cases_undecided cases_overdue answer_days"
                            + " appeals upheld_per_10000",
                    report.rows().stream()
                            .filter(row -> row.month().equals(report.month()))
                            .toList(),
                    CaseReportPage::cells);
            page.blank();
        }
        if (!report.over()) {
            page.say("report.not-over");
        }
        report.files()
                .forEach(file -> page.say("report.file", file.toAbsolutePath().toString()));
    }

    private static List<String> cells(CasesReported.Row row) {
        return Stream.concat(
                        Stream.of(row.insurer().isEmpty() ? Page.NOTHING : row.insurer(), row.businessLine()),
                        SHOWN.stream()
                                .map(column -> Page.orNothing(
                                        Optional.ofNullable(row.counts().get(column.key()))
                                                .flatMap(value -> value))))
                .toList();
    }
}
