package jinbo.consumer.portal;

import java.time.LocalDate;
import java.util.List;
import jinbo.consumer.OfferedInsurer;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.BusinessLine;

/** A line of business that can be chosen; on pages in the list {@code offer}. */
public record OfferedLine(BusinessLine line, List<OfferedInsurer> insurers) {

    public OfferedLine {
        insurers = List.copyOf(insurers);
    }

    /** Of all lines those that are open on a day, each with its insurers. */
    static List<OfferedLine> on(LocalDate day, List<BusinessLine> lines, List<OfferedInsurer> insurers) {
        return new LineNames(lines)
                .openOn(day).stream()
                        .map(line -> new OfferedLine(
                                line,
                                insurers.stream()
                                        .filter(insurer -> insurer.lines().contains(line.code()))
                                        .toList()))
                        .toList();
    }

    public InsurerLine nameOf(OfferedInsurer insurer) {
        return new InsurerLine(insurer.code(), line.code());
    }
}
