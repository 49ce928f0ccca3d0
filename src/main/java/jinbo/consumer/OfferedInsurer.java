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

    /** Name, code, and service number with and without dashes. */
    public String searchText() {
        return name + " " + code
                + serviceNumber
                        .map(number -> " " + number.digits() + " " + number)
                        .orElse("");
    }

    /** Empty without a service number. */
    public String shownNumber() {
        return serviceNumber.map(ServiceNumber::toString).orElse("");
    }
}
