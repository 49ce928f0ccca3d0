package jinbo.operator.alert;

import java.util.Optional;
import jinbo.cases.sanction.MeasureState;
import jinbo.cases.sanction.Measures;
import jinbo.operator.alert.Concern.Code;
import org.springframework.stereotype.Component;

/** Looks whether measures that were earned wait for the two people who impose or refuse them. */
@Component
class MeasureConcern {

    private final Measures measures;

    MeasureConcern(Measures measures) {
        this.measures = measures;
    }

    Optional<Concern> find() {
        long waiting = measures.standing().stream()
                .filter(measure -> measure.state() == MeasureState.PROPOSED)
                .count();
        return Optional.of(waiting)
                .filter(some -> some > 0)
                .map(some -> new Concern(Code.MEASURES_WAIT, Optional.empty(), Optional.of(Long.toString(some))));
    }
}
