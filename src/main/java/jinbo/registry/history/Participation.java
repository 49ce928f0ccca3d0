package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.reference.calendar.BusinessTime;

/** How an insurer took part at some moment, which says whether a list was due to it. */
public enum Participation {
    /** It got lists. */
    IN_GOOD_STANDING,
    /** It was suspended. */
    SUSPENDED,
    /** Its agreements did not both hold. */
    WITHOUT_AGREEMENTS,
    /** It took part no longer. */
    LEFT,
    /** It did not take part yet. */
    NOT_JOINED;

    static Participation of(Optional<InsurerStatus> standing, Instant at) {
        if (standing.isEmpty()) {
            return NOT_JOINED;
        }
        if (standing.get().departure().isPresent()) {
            return LEFT;
        }
        if (standing.get().suspendedAt().isPresent()) {
            return SUSPENDED;
        }
        return standing.get().mayReceive(BusinessTime.dateOf(at)) ? IN_GOOD_STANDING : WITHOUT_AGREEMENTS;
    }
}
