package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.cases.report.CaseReport;
import jinbo.cases.report.CaseReportColumn;
import jinbo.cases.report.CaseReports;
import jinbo.cases.report.MonthlyCaseCounts;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code case report}: what a month's cases come to, an insurer or line of business a row, for all insurers. */
@Command(name = "report")
final class ReportCases implements Task {

    @Option(names = "--month", paramLabel = "MONTH", required = true)
    private YearMonth month = YearMonth.of(2012, 9);

    @Option(names = "--to", paramLabel = "DIR")
    private Optional<Path> folder = Optional.empty();

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        CaseReports reports = installation.get(CaseReports.class);
        CaseReport report = reports.of(month);
        return new CasesReported(
                month.toString(),
                report.isFinal(),
                report.months().stream().flatMap(CasesReported::rows).toList(),
                folder.isPresent() ? reports.write(report, folder.get()) : List.of());
    }

    /** Its columns in a terminal; JSON and the files have all. */
    static final List<CaseReportColumn> SHOWN = List.of(
            CaseReportColumn.OPENED,
            CaseReportColumn.DECIDED,
            CaseReportColumn.DECIDED_UPHELD,
            CaseReportColumn.UNDECIDED_AT_END,
            CaseReportColumn.OVERDUE_AT_INSURER,
            CaseReportColumn.ANSWER_WORKDAYS_MEDIAN,
            CaseReportColumn.APPEALS,
            CaseReportColumn.UPHELD_PER_10000);

    /**
     * The answer.
     *
     * @param month in the association's zone
     * @param over whether the month is over
     * @param rows of the twelve months before it and of the month: an insurer a row, one of all, and of all a line of
     *     business a row
     * @param files that were written
     */
    record CasesReported(String month, boolean over, List<Row> rows, List<Path> files) implements Answer {

        /**
         * One insurer, or line of business, in one month.
         *
         * @param month which
         * @param insurer its code; nothing for cases of no known insurer, {@code ALL} for all
         * @param businessLine its code; nothing for all lines, {@code -} for cases of no known line
         * @param counts by the names of columns of the table
         */
        record Row(String month, String insurer, String businessLine, Map<String, Optional<Number>> counts) {}

        static Stream<Row> rows(MonthlyCaseCounts month) {
            return month.rows().stream().map(row -> {
                Map<String, Optional<Number>> counts = new LinkedHashMap<>();
                Arrays.stream(CaseReportColumn.values()).forEach(column -> counts.put(column.key(), row.of(column)));
                return new Row(month.month().toString(), row.insurer(), row.line(), counts);
            });
        }

        @Override
        public void tell(Page page) {
            if (files.isEmpty()) {
                page.table(
                        "insurer business_line cases_opened cases_decided cases_upheld cases_undecided cases_overdue answer_days"
                                + " appeals upheld_per_10000",
                        rows.stream().filter(row -> row.month().equals(month)).toList(),
                        CasesReported::cells);
                page.blank();
            }
            if (!over) {
                page.say("report.not-over");
            }
            files.forEach(file -> page.say("report.file", file.toAbsolutePath().toString()));
        }

        private static List<String> cells(Row row) {
            return Stream.concat(
                            Stream.of(row.insurer().isEmpty() ? Page.NOTHING : row.insurer(), row.businessLine()),
                            SHOWN.stream()
                                    .map(column -> Page.orNothing(
                                            Optional.ofNullable(row.counts().get(column.key()))
                                                    .flatMap(value -> value))))
                    .toList();
        }
    }
}
