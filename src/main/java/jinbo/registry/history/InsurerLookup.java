package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;

/**
 * What counted for one insurer in one line of business at the moment that is asked for.
 *
 * @param block the block that was registered; also one that had not begun, or was over
 * @param begunBy the registration that set the first day of that block
 * @param endSetBy the registration that set the first day after it
 * @param endedBy the registration since which there was none any more: the holder's choice, or the complaint that was taken back
 * @param notification whether the insurer had been notified, and by which list
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

    /** Why an insurer could, or could not, call a number for sales. */
    public enum Reason {
        /** A block had begun and was not over. */
        BLOCKED,
        /** A block was registered and had not begun. */
        NOT_YET,
        OVER,
        /** The consumer's last choice did not name this insurer in this line, nor the line. */
        NOT_CHOSEN,
        /** The consumer had said that everybody may call. */
        CANCELLED,
        /** The number had changed hands. */
        RELEASED,
        /** The complaints that had brought a block were taken back. */
        WITHDRAWN,
        NEVER_REGISTERED
    }

    /** How an insurer took part at some moment, which says whether a list was due to it. */
    public enum Participation {
        /** It got lists. */
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
