package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.LineCode;

/** @param lines open lines that it sells today, ordered by code */
public record OfferedInsurer(
        InsurerCode code, String name, List<LineCode> lines, Optional<ServiceNumber> serviceNumber) {

    public OfferedInsurer {
        lines = List.copyOf(lines);
    }

    /** Returns the text to search: name, code, and service number with and without dashes. */
    public String searchText() {
        return name + " " + code
                + serviceNumber
                        .map(number -> " " + number.digits() + " " + number)
                        .orElse("");
    }

    /** Returns the service number for display; empty without one. */
    public String shownNumber() {
        return serviceNumber.map(ServiceNumber::toString).orElse("");
    }
}
