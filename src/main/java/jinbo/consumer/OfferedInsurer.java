package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.LineCode;

/** @param lines of business that are open and that it sells today, in order of their codes */
public record OfferedInsurer(
        InsurerCode code, String name, List<LineCode> lines, Optional<ServiceNumber> serviceNumber) {

    public OfferedInsurer {
        lines = List.copyOf(lines);
    }

    /** All by which somebody may look for it: its name, its code, and its service number with and without dashes. */
    public String searchText() {
        return name + " " + code
                + serviceNumber
                        .map(number -> " " + number.digits() + " " + number)
                        .orElse("");
    }

    /** Its service number as people read it; empty if none is recorded. */
    public String shownNumber() {
        return serviceNumber.map(ServiceNumber::toString).orElse("");
    }
}
