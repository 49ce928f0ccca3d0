package jinbo.registry.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.SubjectKeys;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.NumberHistory;
import jinbo.registry.PastRegistrations;
import jinbo.registry.ReadNumberHistory;
import org.springframework.stereotype.Component;

/** Reads the history of one number within an access. The log entry does not reveal whether the number is known. */
@Component
record LookupAccessTemplate(
        AccessLog accessLog, SubjectKeys keys, ReadNumberHistory histories, PastRegistrations past, Clock clock) {

    private static final String OBJECT = "one number";

    /** @param erased true if the remaining keys show that registrations of the number were erased */
    record Found(NumberHistory history, boolean erased) {

        NumberKnowledge knowledge(Instant at) {
            if (history.registrations().stream()
                    .anyMatch(registration -> !registration.stamp().at().isAfter(at))) {
                return NumberKnowledge.KNOWN;
            }
            return erased ? NumberKnowledge.ERASED : NumberKnowledge.UNKNOWN;
        }
    }

    <T> T of(Mobile mobile, Optional<InsurerCode> insurer, Actor actor, String reason, Function<Found, T> answer) {
        AccessPermit permit = accessLog.begin(new Access(
                actor,
                AccessAction.LOOK_UP,
                reason,
                insurer.map(InsurerCode::value),
                OBJECT,
                Optional.of(keys.subjectOf(mobile.value(), BusinessTime.today(clock)))));
        try {
            T answered = answer.apply(new Found(histories.of(permit, mobile), past.wereErased(permit, mobile)));
            accessLog.complete(permit, "LOOKED_UP", 1);
            return answered;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }
}
