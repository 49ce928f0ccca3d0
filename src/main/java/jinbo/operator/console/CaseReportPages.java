package jinbo.operator.console;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.cases.report.BarChart;
import jinbo.cases.report.CaseReport;
import jinbo.cases.report.CaseReports;
import jinbo.cases.report.CaseReports.CaseReportCsv;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The monthly report on cases that all insurers receive, as a page and as CSV. */
@ConsolePage
@RequestMapping("/cases/report")
record CaseReportPages(CaseReports reports, Clock clock) {

    private static final int MONTHS = 36;

    @GetMapping
    String show(@RequestParam Optional<YearMonth> month, Model model) {
        YearMonth now = now();
        CaseReport report = reports.of(chosen(month, now));
        model.addAttribute("report", report);
        model.addAttribute("figures", reports.content(report));
        model.addAttribute("width", BarChart.WIDTH);
        model.addAttribute("height", BarChart.HEIGHT);
        model.addAttribute(
                "months", IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        return "case-report";
    }

    @GetMapping("/table")
    ResponseEntity<byte[]> table(
            @RequestParam Optional<YearMonth> month, @RequestParam(defaultValue = "false") boolean trend) {
        CaseReport report = reports.of(chosen(month, now()));
        String name = report.stem() + (trend ? "-trend" : "") + ".csv";
        return Lists.csv(name, CaseReportCsv.of(trend ? report.months() : List.of(report.last())));
    }

    /** Returns the chosen month; by default, the last complete month. */
    private static YearMonth chosen(Optional<YearMonth> month, YearMonth now) {
        return month.or(() -> Optional.of(now.minusMonths(1)))
                .filter(one -> !one.isAfter(now) && one.getYear() > 0)
                .orElseThrow(() -> new NoSuchThingException("month that has begun"));
    }

    private YearMonth now() {
        return YearMonth.from(BusinessTime.today(clock));
    }
}
