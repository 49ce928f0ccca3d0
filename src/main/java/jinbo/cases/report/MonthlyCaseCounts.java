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
 * @param month in the association's zone
 * @param insurers of each that took part by its end
 * @param unknown of cases whose insurer was not known by its end
 * @param lines the same cases once more, of each line of business that calls were to sell
 */
public record MonthlyCaseCounts(
        YearMonth month,
        SortedMap<InsurerCode, CaseCounts> insurers,
        CaseCounts unknown,
        SortedMap<LineCode, CaseCounts> lines,
        CaseCounts unknownLine) {

    /** How the row of all is called. */
    public static final String ALL = "ALL";

    /** Stands for a line of business that is not known. */
    public static final String UNKNOWN_LINE = "-";

    /**
     * @param insurer the code, nothing for cases of no known insurer, {@link #ALL} in those of all insurers
     * @param line the code, nothing for all lines, {@link #UNKNOWN_LINE} for cases of no known line
     */
    public record Row(String insurer, String line, CaseCounts counts) {

        public Optional<Number> of(CaseReportColumn column) {
            return !line.isEmpty() && column.isOfLists() ? Optional.empty() : column.of(counts);
        }
    }

    /** Of all; a number on two insurers' lists is on two lists, and in two lines of business two entries. */
    public CaseCounts whole() {
        return insurers.values().stream().reduce(unknown, CaseCounts::plus);
    }

    public CaseCounts of(InsurerCode insurer) {
        return Optional.ofNullable(insurers.get(insurer)).orElse(CaseCounts.NOTHING);
    }

    /** All rows: those of insurers, and then of lines. */
    public List<Row> rows() {
        return Stream.concat(insurerRows().stream(), lineRows().stream()).toList();
    }

    /** A row an insurer, one for cases of no known insurer if there are any, and one of all. */
    List<Row> insurerRows() {
        List<Row> rows = new ArrayList<>();
        insurers.forEach((insurer, counts) -> rows.add(new Row(insurer.value(), "", counts)));
        if (!unknown.isOfNoCase()) {
            rows.add(new Row("", "", unknown));
        }
        rows.add(new Row(ALL, "", whole()));
        return rows;
    }

    /** A row a line, of all insurers, and one for cases of no known line; none where there is no case. */
    List<Row> lineRows() {
        List<Row> rows = new ArrayList<>();
        lines.forEach((line, counts) -> rows.add(new Row(ALL, line.value(), counts)));
        if (!unknownLine.isOfNoCase()) {
            rows.add(new Row(ALL, UNKNOWN_LINE, unknownLine));
        }
        return rows;
    }
}
