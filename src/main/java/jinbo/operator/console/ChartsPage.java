package jinbo.operator.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.operator.metrics.Chart;
import jinbo.operator.metrics.ReadCharts;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.csv.CsvTableWriter;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Uploads, lists, runs and decisions by day, as charts, tables and CSV. */
@ConsolePage
record ChartsPage(ReadCharts charts, Insurers insurers) {

    private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

    public record View(Chart chart, List<String> series, List<Row> rows) {}

    /** @param last the last day of the row: a row covers a week if the chart shows a year */
    public record Row(LocalDate day, LocalDate last, List<Cell> cells) {}

    public record Cell(String value, String shown, String link) {}

    @GetMapping("/charts")
    String show(@RequestParam(defaultValue = "30") int days, @RequestParam Optional<InsurerCode> insurer, Model model) {
        model.addAttribute("periods", PERIODS);
        model.addAttribute("days", days);
        model.addAttribute("insurer", insurer.map(InsurerCode::value).orElse(""));
        model.addAttribute("insurers", insurers.all());
        model.addAttribute(
                "charts",
                Arrays.stream(Chart.values())
                        .map(chart -> view(chart, days, insurer))
                        .toList());
        return "charts";
    }

    @GetMapping("/charts/{name}.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String name,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam Optional<InsurerCode> insurer)
            throws IOException {
        Chart chart = Arrays.stream(Chart.values())
                .filter(one -> one.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchThingException("chart of this name"));
        View view = view(chart, days, insurer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTableWriter csv = new CsvTableWriter(out, StandardCharsets.UTF_8)) {
            csv.write(Stream.concat(
                            Stream.of(days < 365 ? "day" : "week"),
                            view.series().stream().map(one -> one.toLowerCase(Locale.ROOT)))
                    .toList());
            view.rows()
                    .forEach(row -> csv.write(Stream.concat(
                                    Stream.of(row.day().toString()),
                                    row.cells().stream().map(Cell::value))
                            .toList()));
        }
        return Lists.csv("jinbo-" + name + ".csv", out.toByteArray());
    }

    private View view(Chart chart, int days, Optional<InsurerCode> insurer) {
        if (!PERIODS.contains(days) || insurer.flatMap(insurers::find).isEmpty() && insurer.isPresent()) {
            throw new NoSuchThingException("chart of this period or insurer");
        }
        ReadCharts.Table table = charts.read(chart, days, insurer);
        List<Row> rows = new ArrayList<>();
        for (LocalDate day : table.days()) {
            LocalDate last = day.plusDays(table.step() - 1L);
            List<Cell> cells = table.series().stream()
                    .map(name -> table.value(name, day)
                            .map(value -> cell(chart.isCount(name), value, link(chart, name, day, last, insurer)))
                            .orElse(new Cell("", PageFormat.NOTHING, "")))
                    .toList();
            rows.add(new Row(day, last, cells));
        }
        return new View(chart, table.series(), rows);
    }

    private static Cell cell(boolean isCount, double value, String link) {
        String exact = String.format(Locale.ROOT, isCount ? "%.0f" : "%.1f", value);
        return new Cell(exact, isCount ? PageFormat.count(Math.round(value)) : exact, value == 0 ? "" : link);
    }

    private static String link(
            Chart chart, String series, LocalDate from, LocalDate until, Optional<InsurerCode> insurer) {
        UriComponentsBuilder files = UriComponentsBuilder.fromPath("/files")
                .queryParam("from", from)
                .queryParam("until", until)
                .queryParamIfPresent("insurer", insurer);
        return switch (chart) {
            case UPLOADS ->
                files.queryParamIfPresent("status", Optional.of(series).filter(one -> !one.equals("NOT_JUDGED")))
                        .toUriString();
            case UPLOADS_BY_INSURER ->
                files.replaceQueryParam("insurer", series).toUriString();
            case ROWS -> files.toUriString();
            case LIST_NUMBERS, LIST_CHANGES, ACKNOWLEDGED -> "/insurers/" + series;
            case RUNS -> "/runs";
            case RULINGS -> "/cases";
            case APPLIED, REGISTRATIONS -> "";
        };
    }
}
