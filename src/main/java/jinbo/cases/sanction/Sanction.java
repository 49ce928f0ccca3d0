package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;

/**
 * A measure as it stands.
 *
 * @param id its number
 * @param subject whom it is about
 * @param kind what may be done no longer
 * @param step which step of the ladder it is, the first being 1
 * @param ladderFrom the first day of that ladder
 * @param lasts how long, as it was proposed; empty until it is lifted
 * @param cases by which it was earned, in the order of the calls
 * @param lastCall the last of these calls
 * @param state how it stands
 * @param since since when
 * @param actor who brought that about
 * @param reason why, if somebody said so
 * @param beginsOn its first day, once it is imposed
 * @param endsOn its last day, once it is imposed; empty until it is lifted
 */
public record Sanction(
        long id,
        SanctionSubject subject,
        SanctionKind kind,
        int step,
        LocalDate ladderFrom,
        Optional<Period> lasts,
        List<CaseNumber> cases,
        Instant lastCall,
        SanctionState state,
        Instant since,
        String actor,
        Optional<String> reason,
        Optional<LocalDate> beginsOn,
        Optional<LocalDate> endsOn) {

    /** Whether it is of any interest on a day: it waits for people, or counts, or will. */
    public boolean isStanding(LocalDate today) {
        return state == SanctionState.PROPOSED
                || state == SanctionState.IMPOSED
                        && endsOn.filter(today::isAfter).isEmpty();
    }
}
