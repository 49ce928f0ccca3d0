package jinbo.registry.history;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
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
        CallPermissionReason why,
        Optional<Interval> ban,
        Optional<RegistrationDetails> begunBy,
        Optional<RegistrationDetails> endSetBy,
        Optional<RegistrationDetails> endedBy,
        NotificationState told) {

    /** Whether it could call for sales then. */
    public boolean mayCall() {
        return why != CallPermissionReason.BLOCKED;
    }
}
