package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;

/**
 * @param step which step of the ladder it is, the first being 1
 * @param ladderFrom the first day of that ladder
 * @param lasts how long, as it was proposed; empty until it is lifted
 * @param cases by which it was earned, in the order of the calls
 * @param lastCall the last of these calls
 * @param beginsOn its first day, once it is imposed
 * @param endsOn its last day, once it is imposed; empty until it is lifted
 */
public record Sanction(
        long id,
        SanctionSubject subject,
        Kind kind,
        int step,
        LocalDate ladderFrom,
        Optional<Period> lasts,
        List<CaseNumber> cases,
        Instant lastCall,
        State state,
        Instant since,
        String actor,
        Optional<String> reason,
        Optional<LocalDate> beginsOn,
        Optional<LocalDate> endsOn) {

    /** Whether it is of any interest on a day: it waits for people, or counts, or will. */
    public boolean isStanding(LocalDate today) {
        return state == State.PROPOSED
                || state == State.IMPOSED && endsOn.filter(today::isAfter).isEmpty();
    }

    public enum State {
        /** It was earned; people have not decided. */
        PROPOSED,
        /** It counts from its first day on. */
        IMPOSED,
        /** People have decided against it. */
        REFUSED,
        /** People have ended it before its last day. */
        LIFTED,
        /** Its last day is past. */
        ENDED;

        boolean canBecome(State next) {
            return switch (this) {
                case PROPOSED -> next == IMPOSED || next == REFUSED;
                case IMPOSED -> next == LIFTED || next == ENDED;
                case REFUSED, LIFTED, ENDED -> false;
            };
        }

        /** Whether it has counted, and does so no longer. */
        boolean isOver() {
            return this == LIFTED || this == ENDED;
        }
    }

    /** What somebody may do no longer; the later ones forbid more. */
    public enum Kind {
        /** To call people for sales who are not its customers. */
        STOP_NEW_CUSTOMERS,
        /** To call anybody for sales. */
        STOP_ALL
    }
}
