package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;

/**
 * A prohibition of sales calls for an insurer or a salesperson, as the consequence of upheld cases.
 *
 * @param step the number of the step on the ladder, from 1
 * @param lasts the proposed length; empty if it lasts until people lift it
 * @param cases in the order of the calls
 * @param lastCall the time of the last of these calls
 * @param endsOn the last day, once it is imposed; empty if it lasts until people lift it
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

    /** Returns true if the sanction is proposed, in force or about to begin. */
    public boolean isStanding(LocalDate today) {
        return state == State.PROPOSED
                || state == State.IMPOSED && endsOn.filter(today::isAfter).isEmpty();
    }

    public enum State {
        PROPOSED,
        /** Imposed by people; in force from its first day. */
        IMPOSED,
        /** People have refused the proposal. */
        REFUSED,
        /** Ended by people before its last day. */
        LIFTED,
        ENDED;

        boolean canBecome(State next) {
            return switch (this) {
                case PROPOSED -> next == IMPOSED || next == REFUSED;
                case IMPOSED -> next == LIFTED || next == ENDED;
                case REFUSED, LIFTED, ENDED -> false;
            };
        }

        boolean isOver() {
            return this == LIFTED || this == ENDED;
        }
    }

    /** What is forbidden; later constants forbid more. */
    public enum Kind {
        /** Sales calls to people who are not the insurer's customers are forbidden. */
        STOP_NEW_CUSTOMERS,
        /** All sales calls are forbidden. */
        STOP_ALL
    }
}
