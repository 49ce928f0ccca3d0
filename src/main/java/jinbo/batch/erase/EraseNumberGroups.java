package jinbo.batch.erase;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.PartitionReport.WorkLeftException;
import jinbo.batch.Progress;
import jinbo.batch.StopRequest;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.EraseNumbers;
import jinbo.registry.ErasureProgress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The step {@code erase-numbers}: erases ended numbers group by group, each in a transaction with its access. */
@Component
record EraseNumberGroups(
        AccessLog accessLog,
        LogAlarms alarms,
        EraseNumbers eraseNumbers,
        EraseSettings settings,
        StopRequest stop,
        Progress progress,
        FaultPointListener faultPointListener,
        TransactionTemplate transaction) {

    void erase(LocalDate endedBy) {
        alarms.requireNone();
        AccessPermit permit = beginAccess();
        long erased = 0;
        try {
            ErasureProgress remaining = ErasureProgress.begin(endedBy, settings.numbersAtATime());
            while (!remaining.isOver()) {
                if (stop.isRequested()) {
                    accessLog.complete(permit, "STOPPED", 0);
                    throw new WorkLeftException(StopRequest.STOPPED);
                }
                EraseNumbers.Result group = eraseGroup(permit, remaining);
                if (group.erased().numbers() > 0) {
                    faultPointListener.reached(FaultPoint.GROUP_ERASED);
                    erased += group.erased().numbers();
                    permit = beginAccess();
                }
                remaining = group.progress();
                progress.report(EraseEndedJob.NAME, erased, 0);
            }
            accessLog.complete(permit, "NOTHING LEFT", 0);
        } catch (WorkLeftException e) {
            throw e;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private EraseNumbers.Result eraseGroup(AccessPermit permit, ErasureProgress remaining) {
        return Objects.requireNonNull(transaction.execute(status -> {
            EraseNumbers.Result group = eraseNumbers.next(permit, remaining);
            if (group.erased().numbers() > 0) {
                accessLog.complete(permit, "ERASED", group.erased().numbers());
                faultPointListener.reached(FaultPoint.ERASING);
            }
            return group;
        }));
    }

    private AccessPermit beginAccess() {
        return accessLog.begin(new Access(
                Actor.batch(), AccessAction.ERASE, "the retention period has ended", Optional.empty(), "registry"));
    }
}
