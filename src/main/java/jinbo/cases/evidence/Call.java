package jinbo.cases.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.cases.CallNumbers;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseDossiers.CaseDossier;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.LookUpCall.AtMoment;

/**
 * A call that is weighed, in one line of business.
 *
 * @param moments what counted at the told time, and then at those that a wrong clock may have meant
 */
record Call(CaseDossier file, Insurer insurer, List<AtMoment> moments) {

    AtMoment atNotification() {
        return moments.get(0);
    }

    /** The line in which it is weighed. */
    LineCode businessLine() {
        return atNotification().answer().insurer().line();
    }

    /** Whether a block was in force at the told time. */
    boolean isBlocked() {
        return atNotification().answer().why() == InsurerLookup.Reason.BLOCKED;
    }

    Instant at() {
        return file.summary().calledAt();
    }

    /** The days on which it may have been. */
    List<LocalDate> days() {
        return moments.stream()
                .map(moment -> BusinessTime.dateOf(moment.at()))
                .distinct()
                .toList();
    }

    /** What this insurer says of the call, the last time that it did; an appeal speaks of the decision. */
    Optional<CaseDossier.Answered> answer() {
        return last(given -> given.answer().content().kind() != CaseAnswer.Kind.APPEAL);
    }

    /** Why this insurer does not accept a decision, if it does not. */
    Optional<CaseDossier.Answered> appeal() {
        return last(given -> given.answer().content().kind() == CaseAnswer.Kind.APPEAL);
    }

    private Optional<CaseDossier.Answered> last(Predicate<CaseDossier.Answered> kind) {
        return file.answers().stream()
                .filter(given -> given.answer().insurer().equals(insurer.code()))
                .filter(kind)
                .reduce((before, after) -> after);
    }

    Optional<CallerNumber> caller() {
        return file.numbers().flatMap(CallNumbers::caller);
    }

    /** Whether the number that was shown is the one by which consumers know the insurer. */
    boolean isCallerOfInsurer() {
        return caller().isPresent()
                && insurer.serviceNumber()
                        .map(ServiceNumber::digits)
                        .filter(withoutCountry(caller().get().digits())::equals)
                        .isPresent();
    }

    private static String withoutCountry(String digits) {
        return digits.replaceFirst("^(\\+86|0086)", "");
    }
}
