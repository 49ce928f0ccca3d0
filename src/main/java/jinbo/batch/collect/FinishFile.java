package jinbo.batch.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.Fence;
import jinbo.batch.JobRuns;
import jinbo.batch.LeaseLostException;
import jinbo.batch.LogContext;
import jinbo.batch.Remark;
import jinbo.batch.RunProgress;
import jinbo.batch.StopRequest;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.error.FailureMessages;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Finishes an upload: executes the job for its first answer, and again after an operator's decision. */
@Component
record FinishFile(
        @Qualifier(CollectUploadsJob.NAME) Job collectUploads,
        JobRuns runs,
        InboundFiles inbound,
        HeldDecisions decisions,
        Insurers insurers,
        Fence fence,
        StopRequest stop,
        RunProgress progress) {

    private static final Logger LOG = LoggerFactory.getLogger(FinishFile.class);
    private static final int FIRST_ANSWER = 1;

    /** True if the upload has no verdict yet and must wait, because its insurer is suspended and has not left. */
    boolean waitsForResumption(InboundFile file) {
        if (file.verdictCount() >= FIRST_ANSWER) {
            return false;
        }
        Insurer now = insurers.get(file.insurer());
        return now.suspendedAt().isPresent() && now.departure().isEmpty();
    }

    /** The uploads that were processed; {@code mayContinue} is false after a stop request or a lost lease. */
    record Finished(List<InboundFile> taken, List<Remark> problems, boolean mayContinue) {}

    /** Finishes uploads in order, until a stop request or a lost lease. Requires what {@link #finish} requires. */
    Finished finishEach(List<InboundFile> files) {
        progress.expect(files.size());
        List<InboundFile> taken = new ArrayList<>();
        List<Remark> problems = new ArrayList<>();
        for (InboundFile file : files) {
            if (stop.isRequested()) {
                return new Finished(taken, problems, false);
            }
            if (waitsForResumption(file)) {
                LOG.info("{} waits because {} is suspended", file.shownName(), file.insurer());
                continue;
            }
            taken.add(file);
            Optional<Throwable> failure = finish(file);
            progress.finished(failure.isPresent() ? 0 : rows(file));
            if (failure.isPresent()) {
                LOG.warn("{} could not be finished", file.shownName(), failure.get());
                problems.add(
                        new Remark(file.insurer(), file.shownName() + ": " + FailureMessages.cause(failure.get())));
                if (failure.get() instanceof LeaseLostException) {
                    return new Finished(taken, problems, false);
                }
            }
        }
        return new Finished(taken, problems, true);
    }

    private long rows(InboundFile file) {
        return inbound.get(file.id())
                .verdict()
                .map(verdict -> verdict.tally().rows())
                .orElse(0L);
    }

    /** Executes the job for an upload. Requires the insurer's lease and an open drop. Returns the failure, if any. */
    Optional<Throwable> finish(InboundFile file) {
        return LogContext.with(LogContext.Field.FILE, file.id(), () -> finishAll(file));
    }

    private Optional<Throwable> finishAll(InboundFile file) {
        int answer = Math.max(FIRST_ANSWER, inbound.get(file.id()).verdictCount());
        while (true) {
            Optional<Throwable> failure =
                    runs.runUnderLease(collectUploads, CollectUploadsJob.parameters(file.id(), answer));
            if (failure.isPresent()) {
                return failure;
            }
            // recorded after the execution, because a file must not be skipped if its execution died before its end was
            // recorded
            int done = answer;
            fence.record(() -> inbound.finished(file.id(), done));
            if (decisions.of(file.id(), answer + 1).isEmpty()) {
                return failure;
            }
            answer++;
        }
    }
}
