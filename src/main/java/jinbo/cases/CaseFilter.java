package jinbo.cases;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * Which cases are asked for.
 *
 * @param insurer whose call it was, if that matters
 * @param state how they stand, if that matters
 * @param overdueOn only those for which somebody is late on this day, if that matters
 */
public record CaseFilter(Optional<InsurerCode> insurer, Optional<CaseState> state, Optional<LocalDate> overdueOn) {

    /** All of them. */
    public static final CaseFilter ALL = new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
