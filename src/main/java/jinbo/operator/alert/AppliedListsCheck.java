package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Looks whether an insurer and its sales units apply the lists that they get, and hold what they were sent. */
@Component
record AppliedListsCheck(FindAppliedLists findAppliedLists) {

    List<Alert> about(InsurerCode insurer) {
        AppliedLists applied = findAppliedLists.of(insurer);
        List<Alert> found = new ArrayList<>();
        applied.newest()
                .filter(word -> applied.differ())
                .ifPresent(word -> found.add(Alert.about(insurer, Code.LIST_DIFFERS, word.sequence())));
        applied.overdue().ifPresent(sequence -> found.add(Alert.about(insurer, Code.LIST_NOT_APPLIED, sequence)));
        String late = applied.units().stream()
                .filter(unit -> unit.overdue().isPresent())
                .map(unit -> unit.unit().code().value())
                .collect(Collectors.joining(", "));
        // where the insurer itself is late, so are they all
        if (!late.isEmpty() && applied.overdue().isEmpty()) {
            found.add(Alert.about(insurer, Code.LIST_NOT_APPLIED_BY_UNITS, late));
        }
        return found;
    }
}
