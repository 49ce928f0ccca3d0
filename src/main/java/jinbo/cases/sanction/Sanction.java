package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;

/**
 * @param lasts proposed length; empty until it is lifted
 * @param cases in the order of the calls
 * @param lastCall the last of these calls
 * @param endsOn last day, once it is imposed; empty until it is lifted
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

    /** Returns true if it is proposed, in force or about to begin. */
    public boolean isStanding(LocalDate today) {
        return state == State.PROPOSED
                || state == State.IMPOSED && endsOn.filter(today::isAfter).isEmpty();
    }

    public enum State {
        PROPOSED,
        /** In force from its first day. */
        IMPOSED,
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

    /** A prohibition; later constants forbid more. */
    public enum Kind {
        /** No sales calls to people who are not the insurer's customers. */
        STOP_NEW_CUSTOMERS,
        /** No sales calls. */
        STOP_ALL
    }
}
