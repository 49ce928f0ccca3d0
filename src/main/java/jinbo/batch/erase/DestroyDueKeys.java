package jinbo.batch.erase;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.SubjectKeys;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/** The step {@code destroy-keys}: records and then destroys the keys with which numbers were hashed long ago. */
@Component
record DestroyDueKeys(
        SubjectKeys keys, DestroyedSubjectKeys destroyed, AccessLog accessLog, FaultPointListener faultPointListener) {

    void destroyUpTo(int lastYear) {
        Set<Integer> due = new TreeSet<>(keys.kept());
        due.removeIf(year -> year > lastYear);
        due.forEach(this::destroy);
    }

    private void destroy(int year) {
        AccessPermit permit = accessLog.begin(new Access(
                Actor.batch(),
                AccessAction.ERASE,
                "the retention period of the year's hashes has ended",
                Optional.empty(),
                "subject key " + year));
        try {
            destroyed.recordDestroyed(year);
            faultPointListener.reached(FaultPoint.KEY_GIVEN_UP);
            destroyed.destroy(year);
            accessLog.complete(permit, "DESTROYED", 0);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }
}
