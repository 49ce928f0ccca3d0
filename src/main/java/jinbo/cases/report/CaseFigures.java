package jinbo.cases.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.cases.report.Bars.Drawn;
import jinbo.participant.insurer.InsurerCode;

/**
 * What people are shown of a report, on paper and in the console alike.
 *
 * @param bars its pictures
 * @param grids its tables
 */
public record CaseFigures(List<Bars> bars, List<Grid> grids) {

    private static final Titled ALL = new Titled("全部", "All");
    private static final Titled UNKNOWN = new Titled("公司不明", "Insurer not known");

    private static final List<CaseColumn> RESULTS =
            Arrays.asList(CaseColumn.values()).subList(0, CaseColumn.DECIDED_UNANSWERED.ordinal());
    private static final List<CaseColumn> CONDUCT = Arrays.asList(CaseColumn.values())
            .subList(CaseColumn.DECIDED_UNANSWERED.ordinal(), CaseColumn.values().length);

    /** @param names of insurers */
    public static CaseFigures of(CaseReport report, Map<InsurerCode, String> names) {
        MonthCounted last = report.last();
        List<Drawn> months = report.months().stream()
                .map(month -> new Drawn(Titled.same(month.month().toString()), month.whole()))
                .toList();
        List<Drawn> insurers = last.insurers().entrySet().stream()
                .map(each -> new Drawn(named(each.getKey().value(), names), each.getValue()))
                .toList();
        return new CaseFigures(
                List.of(
                        Bars.ofColumns(
                                "results",
                                new Titled("本月裁定结果", "What was decided in the month"),
                                last.whole(),
                                CaseColumn.DECIDED,
                                CaseColumn.DECIDED_UPHELD,
                                CaseColumn.DECIDED_GRACE,
                                CaseColumn.DECIDED_SERVICE_CALL,
                                CaseColumn.DECIDED_NOT_TOLD_IN_TIME,
                                CaseColumn.DECIDED_NOT_BLOCKED,
                                CaseColumn.DECIDED_NOT_ITS_CALL,
                                CaseColumn.DECIDED_FILED_TWICE),
                        Bars.of(
                                "trend",
                                new Titled("十三个月走势", "Thirteen months"),
                                months,
                                CaseColumn.OPENED,
                                CaseColumn.DECIDED_UPHELD),
                        Bars.of(
                                "per-10000",
                                new Titled("各公司每万个禁拨号码的投诉", "Complaints per 10,000 numbers on the list"),
                                insurers,
                                CaseColumn.OPENED_PER_10000,
                                CaseColumn.UPHELD_PER_10000),
                        Bars.of(
                                "answers",
                                new Titled("各公司答复用时", "How long insurers took to answer"),
                                insurers,
                                CaseColumn.ANSWER_WORKDAYS_MEDIAN,
                                CaseColumn.ANSWER_WORKDAYS_WORST)),
                List.of(
                        grid("by-result", new Titled("受理与裁定", "Opened and decided"), last, names, RESULTS),
                        grid("conduct", new Titled("答复、逾期与名单", "Answers, delays and lists"), last, names, CONDUCT),
                        trend(report, names)));
    }

    private static Grid grid(
            String key, Titled title, MonthCounted month, Map<InsurerCode, String> names, List<CaseColumn> columns) {
        return new Grid(
                key,
                title,
                columns.stream().map(CaseColumn::title).toList(),
                month.rows().stream()
                        .map(row -> new Grid.Row(
                                named(row.insurer(), names),
                                columns.stream()
                                        .map(column -> Shown.cell(column.of(row.counts())))
                                        .toList()))
                        .toList());
    }

    private static Grid trend(CaseReport report, Map<InsurerCode, String> names) {
        List<Grid.Row> rows = new ArrayList<>();
        for (InsurerCode insurer : report.last().insurers().keySet()) {
            rows.add(row(named(insurer.value(), names), report.months().stream().map(month -> month.of(insurer))));
        }
        rows.add(row(ALL, report.months().stream().map(MonthCounted::whole)));
        return new Grid(
                "trend-by-insurer",
                new Titled("各月受理/成立", "Opened / upheld by month"),
                report.months().stream()
                        .map(month -> Titled.same(month.month().toString()))
                        .toList(),
                rows);
    }

    private static Grid.Row row(Titled name, Stream<CaseCounts> months) {
        return new Grid.Row(
                name,
                months.map(counts -> Shown.cell(CaseColumn.OPENED.of(counts)) + " / "
                                + Shown.cell(CaseColumn.DECIDED_UPHELD.of(counts)))
                        .toList());
    }

    private static Titled named(String insurer, Map<InsurerCode, String> names) {
        if (insurer.isEmpty()) {
            return UNKNOWN;
        }
        return names.entrySet().stream()
                .filter(each -> each.getKey().value().equals(insurer))
                .map(each -> Titled.same(insurer + " " + each.getValue()))
                .findFirst()
                .orElse(ALL);
    }
}
