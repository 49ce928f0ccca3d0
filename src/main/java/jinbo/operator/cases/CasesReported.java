package jinbo.operator.cases;

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
import jinbo.cases.report.MonthlyCaseCounts;
import jinbo.participant.operation.Derived;

/**
 * @param month in the association's zone
 * @param rows of the twelve months before it and of the month: an insurer a row, one of all, and of all a line of
 *     business a row
 */
public record CasesReported(String month, boolean over, List<Row> rows, List<Path> files) {

    /**
     * @param insurer its code; nothing for cases of no known insurer, {@code ALL} for all
     * @param businessLine its code; nothing for all lines, {@code -} for cases of no known line
     * @param counts by the names of columns of the table
     */
    public record Row(String month, String insurer, String businessLine, Map<String, Optional<Number>> counts) {

        @Derived
        Optional<String> knownInsurer() {
            return Optional.of(insurer).filter(code -> !code.isEmpty());
        }
    }

    /** Those of the month alone, where nothing was written. */
    @Derived
    List<Row> shown() {
        return rows.stream()
                .filter(row -> files.isEmpty() && row.month.equals(month))
                .toList();
    }

    static CasesReported of(YearMonth month, CaseReport report, List<Path> files) {
        return new CasesReported(
                month.toString(),
                report.isFinal(),
                report.months().stream().flatMap(CasesReported::rows).toList(),
                files);
    }

    private static Stream<Row> rows(MonthlyCaseCounts month) {
        return month.rows().stream().map(row -> {
            Map<String, Optional<Number>> counts = new LinkedHashMap<>();
            Arrays.stream(CaseReportColumn.values()).forEach(column -> counts.put(column.key(), row.of(column)));
            return new Row(month.month().toString(), row.insurer(), row.line(), counts);
        });
    }
}
