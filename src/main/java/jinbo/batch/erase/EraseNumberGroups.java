package jinbo.batch.erase;

import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.Progress;
import jinbo.batch.StopRequest;
import jinbo.batch.erase.EraseEndedJob.EraseRun;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.EraseNumbers;
import jinbo.registry.ErasureProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The step {@code erase-numbers}: each transaction of the step erases one group of ended numbers and completes the
 * access to them. The position is a phone number, so it is kept here in memory, never in an execution context.
 */
@Component
@StepScope
class EraseNumberGroups implements Tasklet, StepExecutionListener {

    private final AccessLog accessLog;
    private final LogAlarms alarms;
    private final EraseNumbers eraseNumbers;
    private final StopRequest stop;
    private final Progress progress;
    private final FaultPointListener faultPointListener;
    private ErasureProgress remaining;

    /** Is kept until the transaction that completes it has committed. */
    private Optional<AccessPermit> access = Optional.empty();

    private boolean groupErased;

    EraseNumberGroups(
            @Value("#{stepExecution}") StepExecution step,
            EraseSettings settings,
            AccessLog accessLog,
            LogAlarms alarms,
            EraseNumbers eraseNumbers,
            StopRequest stop,
            Progress progress,
            FaultPointListener faultPointListener) {
        this.accessLog = accessLog;
        this.alarms = alarms;
        this.eraseNumbers = eraseNumbers;
        this.stop = stop;
        this.progress = progress;
        this.faultPointListener = faultPointListener;
        this.remaining = ErasureProgress.begin(EraseRun.of(step).endedBy(), settings.numbersAtATime());
    }

    @Override
    public void beforeStep(StepExecution step) {
        alarms.requireNone();
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (groupErased) {
            groupErased = false;
            access = Optional.empty();
            faultPointListener.reached(FaultPoint.GROUP_ERASED);
        }
        if (stop.isRequested()) {
            access.ifPresent(open -> accessLog.completeNow(open, AccessResult.of("STOPPED", 0)));
            access = Optional.empty();
            throw new StopRequest.StoppedException();
        }
        AccessPermit permit = access.orElseGet(this::beginAccess);
        access = Optional.of(permit);
        long erased = eraseGroup(permit);
        progress.report(EraseEndedJob.NAME, contribution.getStepExecution().getWriteCount() + erased, 0);
        // last, because Spring Batch keeps the counts of a call that fails after it has counted
        contribution.incrementWriteCount(erased);
        return RepeatStatus.continueIf(!remaining.isOver());
    }

    private long eraseGroup(AccessPermit permit) {
        EraseNumbers.Result group = eraseNumbers.next(permit, remaining);
        remaining = group.progress();
        long erased = group.erased().numbers();
        if (erased > 0) {
            accessLog.complete(permit, "ERASED", erased);
            groupErased = true;
            faultPointListener.reached(FaultPoint.ERASING);
        } else if (remaining.isOver()) {
            accessLog.complete(permit, "NOTHING LEFT", 0);
        }
        return erased;
    }

    /** Ends the access of a failed group after its rollback. */
    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        access.ifPresent(
                open -> step.getFailureExceptions().stream().findFirst().ifPresent(why -> accessLog.failed(open, why)));
        return step.getExitStatus();
    }

    /** Commits the begin entry at once, outside the transaction of the group. */
    private AccessPermit beginAccess() {
        return accessLog.begin(new Access(
                Actor.batch(), AccessAction.ERASE, "the retention period has ended", Optional.empty(), "registry"));
    }
}
