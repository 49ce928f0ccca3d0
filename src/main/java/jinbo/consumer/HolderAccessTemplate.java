package jinbo.consumer;

import java.util.Optional;
import java.util.function.Function;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Runs the work of a page as a logged access by the holder of a number, within the limit of accesses a day. */
@Component
record HolderAccessTemplate(AccessLog accessLog, NumberHashes keyed, VisitorCounts counts) {

    <T> T execute(Mobile mobile, String purpose, Function<AccessPermit, T> show) {
        return execute(keyed.today(mobile), purpose, show);
    }

    <T> T execute(Subject subject, String purpose, Function<AccessPermit, T> show) {
        counts.addView(subject);
        AccessPermit permit =
                accessLog.begin(access(Actor.consumer(), AccessAction.SHOW_REGISTRATION, purpose, subject));
        try {
            T shown = show.apply(permit);
            accessLog.complete(permit, "SHOWN", 1);
            return shown;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    /** Returns an access to one phone number, not to the data of an insurer. */
    static Access access(Actor actor, AccessAction action, String purpose, Subject subject) {
        return new Access(actor, action, purpose, Optional.empty(), "one number", Optional.of(subject));
    }
}
