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

/**
 * Runs accesses by the holder of a number.
 *
 * @throws TooManyViewsException if the limit of the day is reached
 */
@Component
record HolderAccessTemplate(AccessLog accessLog, NumberHashes keyed, VisitorCounts counts) {

    <T> T execute(Mobile mobile, String purpose, Function<AccessPermit, T> show) {
        return execute(keyed.today(mobile), purpose, show);
    }

    <T> T execute(Subject subject, String purpose, Function<AccessPermit, T> show) {
        counts.addView(subject);
        AccessPermit permit = accessLog.begin(new Access(
                Actor.consumer(),
                AccessAction.SHOW_REGISTRATION,
                purpose,
                Optional.empty(),
                "one number",
                Optional.of(subject)));
        try {
            T shown = show.apply(permit);
            accessLog.complete(permit, "SHOWN", 1);
            return shown;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }
}
