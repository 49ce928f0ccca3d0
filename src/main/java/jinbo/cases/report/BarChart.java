package jinbo.cases.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.cases.report.BarChart.Row.Bar;
import jinbo.cases.report.CaseReportColumn.BilingualTitle;

/** A bar chart of the case report; the series are the one or two columns of the report that the bars show. */
public record BarChart(String key, BilingualTitle title, List<CaseReportColumn> series, List<Row> rows) {

    public static final int WIDTH = 1000;

    public static final int HEIGHT = 40;

    public record Row(BilingualTitle name, List<Bar> bars) {

        /** @param value the label, which is a dash if there is no value */
        public record Bar(int y, int width, String value) {}
    }

    record Drawn(BilingualTitle name, CaseCounts counts) {}

    private record Line(BilingualTitle name, List<Optional<Number>> values) {}

    /** False if all values are 0 or missing. */
    public boolean isDrawn() {
        return rows.stream().flatMap(row -> row.bars().stream()).anyMatch(bar -> bar.width() > 0);
    }

    /** Draws a row for each named set of counts, with a bar for each column; the highest value has the widest bar. */
    static BarChart of(String key, BilingualTitle title, List<Drawn> lines, CaseReportColumn... series) {
        List<CaseReportColumn> columns = List.of(series);
        return draw(
                key,
                title,
                columns,
                lines.stream()
                        .map(line -> new Line(
                                line.name(),
                                columns.stream()
                                        .map(column -> column.of(line.counts()))
                                        .toList()))
                        .toList());
    }

    /** Draws a row with one bar for each of the {@code lines}, which are columns of the same counts. */
    static BarChart ofColumns(
            String key, BilingualTitle title, CaseCounts counts, CaseReportColumn unit, CaseReportColumn... lines) {
        return draw(
                key,
                title,
                List.of(unit),
                Stream.of(lines)
                        .map(column -> new Line(column.title(), List.of(column.of(counts))))
                        .toList());
    }

    private static BarChart draw(String key, BilingualTitle title, List<CaseReportColumn> series, List<Line> lines) {
        BigDecimal most = lines.stream()
                .flatMap(line -> line.values().stream())
                .flatMap(Optional::stream)
                .map(BarChart::exact)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        List<Row> rows = lines.stream()
                .map(line -> new Row(
                        line.name(),
                        IntStream.range(0, line.values().size())
                                .mapToObj(i -> bar(i, line.values().get(i), most))
                                .toList()))
                .toList();
        return new BarChart(key, title, series, rows);
    }

    private static Bar bar(int place, Optional<Number> value, BigDecimal most) {
        int width = value.map(BarChart::exact)
                .filter(exact -> exact.signum() > 0)
                .map(exact -> Math.max(
                        1,
                        exact.multiply(BigDecimal.valueOf(WIDTH))
                                .divideToIntegralValue(most)
                                .intValue()))
                .orElse(0);
        return new Bar(place * HEIGHT, width, cell(value));
    }

    private static BigDecimal exact(Number value) {
        return new BigDecimal(value.toString());
    }

    static String cell(Optional<Number> value) {
        return value.map(number -> number instanceof BigDecimal exact
                        ? exact.toPlainString()
                        : String.format(Locale.ENGLISH, "%,d", number.longValue()))
                .orElse("–");
    }
}
