package jinbo.cases;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** @param overdueOn only those for which somebody is late on this day, if that matters */
public record CaseFilter(Optional<InsurerCode> insurer, Optional<CaseState> state, Optional<LocalDate> overdueOn) {

    public static final CaseFilter ALL = new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
