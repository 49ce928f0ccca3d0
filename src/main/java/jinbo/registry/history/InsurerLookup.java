package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;

/**
 * What one insurer had to know about a number in one line of business at a moment: its block and the reason why it
 * could call or not. The block may not have begun, or be over.
 *
 * @param endedBy the choice, or the withdrawn complaint, that ended the block or prevents it
 */
public record InsurerLookup(
        InsurerLine insurer,
        Participation takingPart,
        Reason why,
        Optional<Interval> block,
        Optional<RegistrationDetails> begunBy,
        Optional<RegistrationDetails> endSetBy,
        Optional<RegistrationDetails> endedBy,
        NotificationState notification) {

    public boolean mayCall() {
        return why != Reason.BLOCKED;
    }

    public enum Reason {
        BLOCKED,
        /** The block had not begun. */
        NOT_YET,
        OVER,
        /** The consumer's last choice named neither the insurer in this line nor the line. */
        NOT_CHOSEN,
        /** The consumer had allowed calls to everybody. */
        CANCELLED,
        RELEASED,
        /** The complaints that caused a block were withdrawn. */
        WITHDRAWN,
        NEVER_REGISTERED
    }

    /** Whether the insurer took part in the exchange and in the line, so that it had to get a list. */
    public enum Participation {
        IN_GOOD_STANDING,
        SUSPENDED,
        WITHOUT_AGREEMENTS,
        LEFT,
        NOT_JOINED,
        NOT_IN_LINE;

        static Participation of(Optional<InsurerStatus> standing, LineParticipation insurer, Instant at) {
            if (standing.isEmpty()) {
                return NOT_JOINED;
            }
            if (standing.get().departure().isPresent()) {
                return LEFT;
            }
            if (standing.get().suspendedAt().isPresent()) {
                return SUSPENDED;
            }
            if (!insurer.holds(BusinessTime.dateOf(at))) {
                return NOT_IN_LINE;
            }
            return standing.get().mayReceive(BusinessTime.dateOf(at)) ? IN_GOOD_STANDING : WITHOUT_AGREEMENTS;
        }
    }
}
