package jinbo.cases.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.cases.report.BarChart.Drawn;
import jinbo.cases.report.CaseReportColumn.BilingualTitle;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/** The charts and tables of a case report, for the printable page and the console. */
public record CaseReportContent(List<Total> totals, List<BarChart> bars, List<ReportTable> grids) {

    private static final BilingualTitle ALL = new BilingualTitle("全部", "All");
    private static final BilingualTitle INSURER = new BilingualTitle("公司", "Insurer");
    private static final BilingualTitle UNKNOWN = new BilingualTitle("公司不明", "Insurer not known");
    private static final BilingualTitle LINE = new BilingualTitle("险种", "Line of business");
    private static final BilingualTitle UNKNOWN_LINE = new BilingualTitle("险种不明", "Line not known");

    private static final List<CaseReportColumn> TOTALS = List.of(
            CaseReportColumn.OPENED,
            CaseReportColumn.DECIDED,
            CaseReportColumn.DECIDED_UPHELD,
            CaseReportColumn.ANSWER_WORKDAYS_MEDIAN);
    private static final List<CaseReportColumn> RESULTS =
            Arrays.asList(CaseReportColumn.values()).subList(0, CaseReportColumn.DECIDED_UNANSWERED.ordinal());
    private static final List<CaseReportColumn> CONDUCT = Arrays.asList(CaseReportColumn.values())
            .subList(CaseReportColumn.DECIDED_UNANSWERED.ordinal(), CaseReportColumn.values().length);

    static CaseReportContent of(
            CaseReport report, Map<InsurerCode, String> names, Map<LineCode, BilingualTitle> lineNames) {
        MonthlyCaseCounts last = report.last();
        List<Drawn> months = report.months().stream()
                .map(month -> new Drawn(BilingualTitle.same(month.month().toString()), month.whole()))
                .toList();
        List<Drawn> insurers = last.insurers().entrySet().stream()
                .map(each -> new Drawn(named(each.getKey().value(), names), each.getValue()))
                .toList();
        CaseCounts before = report.months().get(report.months().size() - 2).whole();
        return new CaseReportContent(
                TOTALS.stream()
                        .map(column -> new Total(
                                column.title(),
                                BarChart.cell(column.of(last.whole())),
                                BarChart.cell(column.of(before))))
                        .toList(),
                List.of(
                        BarChart.ofColumns(
                                "results",
                                new BilingualTitle("本月认定结果", "Decisions in the month"),
                                last.whole(),
                                CaseReportColumn.DECIDED,
                                CaseReportColumn.DECIDED_UPHELD,
                                CaseReportColumn.DECIDED_GRACE,
                                CaseReportColumn.DECIDED_SERVICE_CALL,
                                CaseReportColumn.DECIDED_NOT_TOLD_IN_TIME,
                                CaseReportColumn.DECIDED_NOT_BLOCKED,
                                CaseReportColumn.DECIDED_NOT_ITS_CALL,
                                CaseReportColumn.DECIDED_FILED_TWICE),
                        BarChart.of(
                                "trend",
                                new BilingualTitle("十三个月走势", "Thirteen months"),
                                months,
                                CaseReportColumn.OPENED,
                                CaseReportColumn.DECIDED_UPHELD),
                        BarChart.of(
                                "per-10000",
                                new BilingualTitle("各公司每万条名单条目的投诉", "Complaints per 10,000 entries of the list"),
                                insurers,
                                CaseReportColumn.OPENED_PER_10000,
                                CaseReportColumn.UPHELD_PER_10000),
                        BarChart.of(
                                "answers",
                                new BilingualTitle("各公司答复用时", "Answer times of insurers"),
                                insurers,
                                CaseReportColumn.ANSWER_WORKDAYS_MEDIAN,
                                CaseReportColumn.ANSWER_WORKDAYS_WORST)),
                List.of(
                        grid("by-result", new BilingualTitle("受理与认定", "Opened and decided"), last, names, RESULTS),
                        grid(
                                "conduct",
                                new BilingualTitle("答复、逾期与名单", "Answers, delays and lists"),
                                last,
                                names,
                                CONDUCT),
                        byLine(last, lineNames),
                        trend(report, names)));
    }

    private static ReportTable grid(
            String key,
            BilingualTitle title,
            MonthlyCaseCounts month,
            Map<InsurerCode, String> names,
            List<CaseReportColumn> columns) {
        return new ReportTable(
                key,
                title,
                INSURER,
                columns.stream().map(CaseReportColumn::title).toList(),
                month.insurerRows().stream()
                        .map(row -> row(named(row.insurer(), names), row, columns))
                        .toList());
    }

    private static ReportTable byLine(MonthlyCaseCounts month, Map<LineCode, BilingualTitle> names) {
        return new ReportTable(
                "by-line",
                new BilingualTitle("各险种受理与认定", "Opened and decided by line of business"),
                LINE,
                RESULTS.stream().map(CaseReportColumn::title).toList(),
                month.lineRows().stream()
                        .map(row -> row(lineNamed(row.line(), names), row, RESULTS))
                        .toList());
    }

    private static ReportTable.Row row(BilingualTitle name, MonthlyCaseCounts.Row row, List<CaseReportColumn> columns) {
        return new ReportTable.Row(
                name,
                columns.stream().map(column -> BarChart.cell(row.of(column))).toList());
    }

    private static ReportTable trend(CaseReport report, Map<InsurerCode, String> names) {
        List<MonthlyCaseCounts> newestFirst = new ArrayList<>(report.months());
        Collections.reverse(newestFirst);
        List<ReportTable.Row> rows = new ArrayList<>();
        for (InsurerCode insurer : report.last().insurers().keySet()) {
            rows.add(row(named(insurer.value(), names), newestFirst.stream().map(month -> month.of(insurer))));
        }
        if (newestFirst.stream().anyMatch(month -> !month.unknown().isOfNoCase())) {
            rows.add(row(UNKNOWN, newestFirst.stream().map(MonthlyCaseCounts::unknown)));
        }
        rows.add(row(ALL, newestFirst.stream().map(MonthlyCaseCounts::whole)));
        return new ReportTable(
                "trend-by-insurer",
                new BilingualTitle("各月受理/成立", "Opened / upheld by month"),
                INSURER,
                newestFirst.stream()
                        .map(month -> BilingualTitle.same(month.month().toString()))
                        .toList(),
                rows);
    }

    private static ReportTable.Row row(BilingualTitle name, Stream<CaseCounts> months) {
        return new ReportTable.Row(
                name,
                months.map(counts -> BarChart.cell(CaseReportColumn.OPENED.of(counts)) + " / "
                                + BarChart.cell(CaseReportColumn.DECIDED_UPHELD.of(counts)))
                        .toList());
    }

    private static BilingualTitle lineNamed(String line, Map<LineCode, BilingualTitle> names) {
        return line.equals(MonthlyCaseCounts.UNKNOWN_LINE)
                ? UNKNOWN_LINE
                : names.getOrDefault(new LineCode(line), BilingualTitle.same(line));
    }

    private static BilingualTitle named(String insurer, Map<InsurerCode, String> names) {
        if (insurer.isEmpty()) {
            return UNKNOWN;
        }
        return names.entrySet().stream()
                .filter(each -> each.getKey().value().equals(insurer))
                .map(each -> BilingualTitle.same(insurer + " " + each.getValue()))
                .findFirst()
                .orElse(ALL);
    }

    /** What all insurers together have in the month, and had in the month before it. */
    public record Total(BilingualTitle title, String value, String before) {}

    /** A table of the report; the key identifies it in the pages. */
    public record ReportTable(
            String key, BilingualTitle title, BilingualTitle first, List<BilingualTitle> heads, List<Row> rows) {

        public record Row(BilingualTitle name, List<String> cells) {}
    }
}
