package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;

/**
 * What counted for one insurer at the moment that is asked for.
 *
 * @param insurer who
 * @param takingPart how it took part then
 * @param why whether it could call for sales, and why
 * @param ban the ban that was registered; also one that had not begun, or was over
 * @param begunBy the act that set the first day of that ban
 * @param endSetBy the act that set the first day after it
 * @param endedBy the act since which there was none any more: the holder's word, or the complaint that was taken back
 * @param told whether the insurer had been told, and by which list
 */
public record InsurerLookup(
        InsurerCode insurer,
        Participation takingPart,
        Reason why,
        Optional<Interval> ban,
        Optional<RegistrationDetails> begunBy,
        Optional<RegistrationDetails> endSetBy,
        Optional<RegistrationDetails> endedBy,
        NotificationState told) {

    /** Whether it could call for sales then. */
    public boolean mayCall() {
        return why != Reason.BLOCKED;
    }

    /** Why an insurer could, or could not, call a number for sales. */
    public enum Reason {
        /** A ban had begun and was not over. */
        BLOCKED,
        /** A ban was registered and had not begun. */
        NOT_YET,
        /** A ban was over. */
        OVER,
        /** The consumer's last choice did not name this insurer, nor its sector. */
        NOT_CHOSEN,
        /** The consumer had said that everybody may call. */
        CANCELLED,
        /** The number had changed hands. */
        RELEASED,
        /** The complaints that had brought a ban were taken back. */
        WITHDRAWN,
        /** No act had ever brought a ban. */
        NEVER_REGISTERED
    }

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
}
