package jinbo.operator.alert;

import java.util.Optional;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.alert.Alert.Code;
import org.springframework.stereotype.Component;

/** Looks whether sanctions that were earned wait for the two people who impose or refuse them. */
@Component
class SanctionCheck {

    private final Sanctions sanctions;

    SanctionCheck(Sanctions sanctions) {
        this.sanctions = sanctions;
    }

    Optional<Alert> find() {
        long waiting = sanctions.standing().stream()
                .filter(sanction -> sanction.state() == Sanction.State.PROPOSED)
                .count();
        return Optional.of(waiting)
                .filter(some -> some > 0)
                .map(some -> new Alert(Code.SANCTIONS_WAIT, Optional.empty(), Optional.of(Long.toString(some))));
    }
}
