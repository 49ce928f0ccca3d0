package jinbo.operator.console;

import java.nio.charset.StandardCharsets;
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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a month's cases come to, as it is shared with all insurers, to look at and to take along as a table. */
@ConsolePage
@RequestMapping("/cases/report")
record CaseReportPages(CaseReports reports, Clock clock) {

    private static final int TO_CHOOSE_FROM = 36;

    @GetMapping
    String show(@RequestParam Optional<YearMonth> month, Model model) {
        YearMonth now = now();
        CaseReport report = reports.of(asked(month, now));
        model.addAttribute("report", report);
        model.addAttribute("figures", reports.content(report));
        model.addAttribute("width", BarChart.WIDTH);
        model.addAttribute("height", BarChart.HEIGHT);
        model.addAttribute("months", months(now));
        return "case-report";
    }

    @GetMapping("/table")
    ResponseEntity<byte[]> table(
            @RequestParam Optional<YearMonth> month, @RequestParam(defaultValue = "false") boolean trend) {
        CaseReport report = reports.of(asked(month, now()));
        String name = report.stem() + (trend ? "-trend" : "") + ".csv";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(CaseReportCsv.of(trend ? report.months() : List.of(report.last())));
    }

    /** The last that is over, unless another one was chosen; there is nothing to tell of one to come. */
    private static YearMonth asked(Optional<YearMonth> month, YearMonth now) {
        return month.or(() -> Optional.of(now.minusMonths(1)))
                .filter(asked -> !asked.isAfter(now))
                .orElseThrow(() -> new NoSuchThingException("month that has begun"));
    }

    private YearMonth now() {
        return YearMonth.from(BusinessTime.dateOf(clock.instant()));
    }

    private static List<YearMonth> months(YearMonth now) {
        return IntStream.range(0, TO_CHOOSE_FROM).mapToObj(now::minusMonths).toList();
    }
}
