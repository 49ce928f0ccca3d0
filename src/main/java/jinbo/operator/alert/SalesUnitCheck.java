package jinbo.operator.alert;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import org.springframework.stereotype.Component;

/** Looks whether all who call for an insurer are bound by a confidentiality agreement. */
@Component
record SalesUnitCheck(SalesUnits units) {

    Optional<Alert> about(InsurerCode insurer, LocalDate today) {
        String notBound = units.of(insurer).stream()
                .filter(unit -> unit.isOpen() && !unit.isBound(today))
                .map(SalesUnit::code)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return Optional.of(notBound)
                .filter(codes -> !codes.isEmpty())
                .map(codes -> Alert.about(insurer, Code.UNITS_NOT_BOUND, codes));
    }
}
