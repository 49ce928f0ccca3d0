package jinbo.operator.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
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

    private static final int YEAR = 365;
    private static final List<Integer> PERIODS = List.of(7, 30, 90, YEAR);

    /** A year touches 53 weeks; so many days touch the 53 weeks before as well. */
    private static final int WEEKS_OF_YEAR = 53;

    private static final int DAYS_OF_TWO_YEARS = 2 * WEEKS_OF_YEAR * 7 - 6;

    /** @param before the rows of the period before, to compare sums; none for lines */
    public record View(Chart chart, List<String> series, List<Row> rows, List<Row> before) {

        private static final int MOST_CURRENT = 6;

        /** True if there is nothing to draw: no value differs from zero, besides the waiting registrations. */
        public boolean isEmpty() {
            return IntStream.range(0, series.size())
                    .filter(at -> !series.get(at).equals("WAITING"))
                    .allMatch(at ->
                            rows.stream().allMatch(row -> row.cells().get(at).number() == 0));
        }

        /** Returns the key of the message with the name of a series; empty if the series is an insurer. */
        public String message(String name) {
            return chart == Chart.RUNS ? "job." + name : chart.series().isEmpty() ? "" : "chart.of." + name;
        }

        /** Returns the values of the period by series: of bars the sums, of lines the newest; without zeros. */
        public List<Current> current() {
            return IntStream.range(0, series.size())
                    .mapToObj(at -> new Current(series.get(at), value(at, rows), value(at, before)))
                    .filter(one -> one.cell().number() != 0 || one.before().number() != 0)
                    .limit(MOST_CURRENT)
                    .toList();
        }

        private Cell value(int at, List<Row> from) {
            return from.stream()
                    .map(row -> row.cells().get(at))
                    .filter(cell -> !cell.value().isEmpty())
                    .reduce((a, b) -> chart.kind() == Chart.Kind.LINE
                            ? b
                            : Cell.of(chart.isCount(series.get(at)), a.number() + b.number(), ""))
                    .orElse(Cell.NOTHING);
        }
    }

    /** @param before the sum of the period before; without a value for lines */
    public record Current(String series, Cell cell, Cell before) {}

    /** @param last the last day of the row: a row covers a week if the chart shows a year */
    public record Row(LocalDate day, LocalDate last, List<Cell> cells) {}

    /** @param value the exact value, for programs; empty if there is none */
    public record Cell(String value, String shown, String link) {

        static final Cell NOTHING = new Cell("", PageFormat.NOTHING, "");

        static Cell of(boolean isCount, double value, String link) {
            String exact = String.format(Locale.ROOT, isCount ? "%.0f" : "%.1f", value);
            return new Cell(exact, isCount ? PageFormat.count(Math.round(value)) : exact, value == 0 ? "" : link);
        }

        double number() {
            return value.isEmpty() ? 0 : Double.parseDouble(value);
        }
    }

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
                        .sorted(Comparator.comparing(View::isEmpty))
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
                            Stream.of(days < YEAR ? "day" : "week"),
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
        int length = days < YEAR ? days : WEEKS_OF_YEAR;
        int whole = chart.kind() == Chart.Kind.LINE ? days : days < YEAR ? 2 * days : DAYS_OF_TWO_YEARS;
        ReadCharts.Table table = charts.read(chart, whole, insurer);
        List<Row> rows = new ArrayList<>();
        for (LocalDate day : table.days()) {
            LocalDate last = day.plusDays(table.step() - 1L);
            List<Cell> cells = table.series().stream()
                    .map(name -> table.value(name, day)
                            .map(value -> Cell.of(chart.isCount(name), value, link(chart, name, day, last, insurer)))
                            .orElse(Cell.NOTHING))
                    .toList();
            rows.add(new Row(day, last, cells));
        }
        int first = Math.max(0, rows.size() - length);
        return new View(chart, table.series(), rows.subList(first, rows.size()), rows.subList(0, first));
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
