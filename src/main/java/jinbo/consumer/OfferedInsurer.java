package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.LineCode;

/** An insurer that consumers can choose, with the open lines of business that it sells today, ordered by code. */
public record OfferedInsurer(
        InsurerCode code, String name, List<LineCode> lines, Optional<ServiceNumber> serviceNumber) {

    public OfferedInsurer {
        lines = List.copyOf(lines);
    }

    /** The text that a search looks through: name, code, and service number with and without dashes. */
    public String searchText() {
        return name + " " + code
                + serviceNumber
                        .map(number -> " " + number.digits() + " " + number)
                        .orElse("");
    }

    /** The service number as displayed; empty if there is none. */
    public String shownNumber() {
        return serviceNumber.map(ServiceNumber::toString).orElse("");
    }
}
