package jinbo.operator.number;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.NotificationState;

/**
 * What counted for one insurer in one line of business.
 *
 * @param effectiveOn the first day of the block that was registered
 * @param expiresOn the first day after it
 * @param endSetBy the registration that set the first day after it
 * @param endedBy the registration since which there was no block any more
 * @param told whether it had been told what counted
 * @param firstList the first list from which on all said what the newest said
 * @param withheldList the first list that it had not got for a reason of its own, and that would have said what counted
 */
record InsurerLookedUp(
        InsurerCode insurer,
        LineCode businessLine,
        boolean mayCall,
        InsurerLookup.Reason why,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> expiresOn,
        Optional<RegistrationSheet> begunBy,
        Optional<RegistrationSheet> endSetBy,
        Optional<RegistrationSheet> endedBy,
        InsurerLookup.Participation takingPart,
        NotificationState.Status told,
        Optional<ListSheet> newestList,
        Optional<ListSheet> firstList,
        Optional<WithheldSheet> withheldList) {

    static InsurerLookedUp of(InsurerLookup answer) {
        return new InsurerLookedUp(
                answer.insurer().insurer(),
                answer.insurer().line(),
                answer.mayCall(),
                answer.why(),
                answer.block().map(Interval::effectiveOn),
                answer.block().map(Interval::expiresOn),
                answer.begunBy().map(RegistrationSheet::of),
                answer.endSetBy().map(RegistrationSheet::of),
                answer.endedBy().map(RegistrationSheet::of),
                answer.takingPart(),
                answer.notification().telling(),
                answer.notification().newest().map(ListSheet::of),
                answer.notification().first().map(ListSheet::of),
                answer.notification().withheld().map(WithheldSheet::of));
    }

    /** The first list that said so, where that is not the newest. */
    @Derived
    Optional<ListSheet> earlierList() {
        return firstList.filter(first -> !first.equals(newestList.orElseThrow()));
    }
}
