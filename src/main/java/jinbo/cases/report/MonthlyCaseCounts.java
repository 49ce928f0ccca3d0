package jinbo.cases.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * The counts of one month in the report about cases.
 *
 * @param insurers all insurers that had joined by the end of the month
 * @param unknown cases whose insurer is unknown
 * @param lines the same cases by line of business
 */
public record MonthlyCaseCounts(
        YearMonth month,
        SortedMap<InsurerCode, CaseCounts> insurers,
        CaseCounts unknown,
        SortedMap<LineCode, CaseCounts> lines,
        CaseCounts unknownLine) {

    public static final String ALL = "ALL";

    public static final String UNKNOWN_LINE = "-";

    /** A row of the report. An empty insurer means an unknown one, an empty line of business means all lines. */
    public record Row(String insurer, String line, CaseCounts counts) {

        public Optional<Number> of(CaseReportColumn column) {
            return !line.isEmpty() && column.needsBlockLists() ? Optional.empty() : column.of(counts);
        }
    }

    /** Returns the total. A number on two insurers' lists, or in two lines of business, is two list entries. */
    public CaseCounts whole() {
        return insurers.values().stream().reduce(unknown, CaseCounts::plus);
    }

    public CaseCounts of(InsurerCode insurer) {
        return Optional.ofNullable(insurers.get(insurer)).orElse(CaseCounts.NOTHING);
    }

    public List<Row> rows() {
        return Stream.concat(insurerRows().stream(), lineRows().stream()).toList();
    }

    /** Returns a row for each insurer, one for cases without a known insurer if there are any, and the total. */
    List<Row> insurerRows() {
        List<Row> rows = new ArrayList<>();
        insurers.forEach((insurer, counts) -> rows.add(new Row(insurer.value(), "", counts)));
        if (!unknown.isOfNoCase()) {
            rows.add(new Row("", "", unknown));
        }
        rows.add(new Row(ALL, "", whole()));
        return rows;
    }

    /** Returns a row for each line with cases, and one for cases without a known line if there are any. */
    List<Row> lineRows() {
        List<Row> rows = new ArrayList<>();
        lines.forEach((line, counts) -> rows.add(new Row(ALL, line.value(), counts)));
        if (!unknownLine.isOfNoCase()) {
            rows.add(new Row(ALL, UNKNOWN_LINE, unknownLine));
        }
        return rows;
    }
}
