package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.alert.Alert.Code;
import org.springframework.stereotype.Component;

/** Looks whether sanctions that were earned wait for the two people who impose or refuse them. */
@Component
record SanctionCheck(Sanctions sanctions) implements ExchangeCheck {

    @Override
    public Subject subject() {
        return Subject.SANCTIONS;
    }

    @Override
    public List<Alert> find() {
        long waiting = sanctions.standing().stream()
                .filter(sanction -> sanction.state() == Sanction.State.PROPOSED)
                .count();
        return waiting == 0
                ? List.of()
                : List.of(new Alert(Code.SANCTIONS_WAIT, Optional.empty(), Optional.of(Long.toString(waiting))));
    }
}
