package jinbo.cases.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.cases.report.BarChart.Row.Bar;
import jinbo.cases.report.CaseReportColumn.BilingualTitle;

/** @param series one or two columns that the bars show */
public record BarChart(String key, BilingualTitle title, List<CaseReportColumn> series, List<Row> rows) {

    public static final int WIDTH = 1000;

    public static final int HEIGHT = 40;

    public record Row(BilingualTitle name, List<Bar> bars) {

        /** @param value the label; a dash without a value */
        public record Bar(int y, int width, String value) {}
    }

    record Drawn(BilingualTitle name, CaseCounts counts) {}

    /** Draws one row for each named count; the widest bar is the highest value. */
    static BarChart of(String key, BilingualTitle title, List<Drawn> lines, CaseReportColumn... series) {
        List<CaseReportColumn> columns = List.of(series);
        BigDecimal most = lines.stream()
                .flatMap(line -> columns.stream().flatMap(column -> column.of(line.counts()).stream()))
                .map(BarChart::exact)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return new BarChart(
                key,
                title,
                columns,
                lines.stream()
                        .map(line -> new Row(
                                line.name(),
                                columns.stream()
                                        .map(column -> bar(columns.indexOf(column), column.of(line.counts()), most))
                                        .toList()))
                        .toList());
    }

    static BarChart ofColumns(
            String key, BilingualTitle title, CaseCounts counts, CaseReportColumn unit, CaseReportColumn... lines) {
        Collection<CaseReportColumn> columns = Arrays.asList(lines);
        BigDecimal most = columns.stream()
                .flatMap(column -> column.of(counts).stream())
                .map(BarChart::exact)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return new BarChart(
                key,
                title,
                List.of(unit),
                columns.stream()
                        .map(column -> new Row(column.title(), List.of(bar(0, column.of(counts), most))))
                        .toList());
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
        return new Bar(place * HEIGHT, width, CountFormat.cell(value));
    }

    private static BigDecimal exact(Number value) {
        return new BigDecimal(value.toString());
    }

    static final class CountFormat {

        static final String NOTHING = "–";

        private CountFormat() {}

        static String cell(Optional<Number> value) {
            return value.map(number -> number instanceof BigDecimal exact
                            ? exact.toPlainString()
                            : String.format(Locale.ENGLISH, "%,d", number.longValue()))
                    .orElse(NOTHING);
        }
    }
}
