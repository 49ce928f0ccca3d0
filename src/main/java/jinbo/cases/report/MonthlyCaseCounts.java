package jinbo.cases.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jinbo.participant.insurer.InsurerCode;

/**
 * All counts of a month.
 *
 * @param month in the association's zone
 * @param insurers of each that took part by its end
 * @param unknown of cases whose insurer was not known by its end
 */
public record MonthlyCaseCounts(YearMonth month, SortedMap<InsurerCode, CaseCounts> insurers, CaseCounts unknown) {

    /** How the row of all is called. */
    public static final String ALL = "ALL";

    /**
     * A row of the report.
     *
     * @param insurer the code, nothing for cases of no known insurer, {@link #ALL} in the last one
     * @param counts of it
     */
    public record Row(String insurer, CaseCounts counts) {}

    /** Of all; a number on two insurers' lists is on two lists. */
    public CaseCounts whole() {
        return insurers.values().stream().reduce(unknown, CaseCounts::plus);
    }

    /** Of one. */
    public CaseCounts of(InsurerCode insurer) {
        return Optional.ofNullable(insurers.get(insurer)).orElse(CaseCounts.NOTHING);
    }

    /** A row an insurer, one for cases of no known insurer if there are any, and one of all. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        insurers.forEach((insurer, counts) -> rows.add(new Row(insurer.value(), counts)));
        if (!unknown.isOfNoCase()) {
            rows.add(new Row("", unknown));
        }
        rows.add(new Row(ALL, whole()));
        return rows;
    }
}
