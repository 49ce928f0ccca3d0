package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * The lines of business that there are.
 *
 * @param lines in order of their codes
 */
record LineList(List<Row> lines) implements Answer {

    /**
     * A line.
     *
     * @param code its short name
     * @param name its English name
     * @param nameZh its Chinese name
     * @param since from this day on it may be named
     * @param closedOn from this day on it may not, if it was closed
     * @param insurers that sell it today
     */
    record Row(
            LineCode code,
            String name,
            String nameZh,
            LocalDate since,
            Optional<LocalDate> closedOn,
            List<InsurerCode> insurers) {}

    static LineList of(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        List<Insurer> insurers = installation.get(Insurers.class).all();
        return new LineList(installation.get(BusinessLines.class).all().stream()
                .map(line -> row(line, insurers, today))
                .toList());
    }

    private static Row row(BusinessLine line, List<Insurer> insurers, LocalDate today) {
        return new Row(
                line.code(),
                line.name(),
                line.chineseName(),
                line.since(),
                line.closedOn(),
                insurers.stream()
                        .filter(insurer -> insurer.departure().isEmpty())
                        .filter(insurer -> insurer.in(line.code())
                                .filter(sold -> sold.holds(today))
                                .isPresent())
                        .map(Insurer::code)
                        .toList());
    }

    @Override
    public void tell(Page page) {
        page.table(
                "business_line name name_zh since closed_on insurers",
                lines,
                row -> Page.cells(row.code, row.name, row.nameZh, row.since, row.closedOn, row.insurers));
    }
}
