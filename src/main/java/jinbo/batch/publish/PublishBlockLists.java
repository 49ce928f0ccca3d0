package jinbo.batch.publish;

import java.util.List;
import jinbo.batch.Drops;
import jinbo.batch.JobRuns;
import jinbo.batch.RunId;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.BlockLists;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs the job {@code publish-block-lists} ({@link PublishBlockListsJob}). */
@Component
public record PublishBlockLists(
        JobRuns runs,
        @Qualifier(PublishBlockListsJob.NAME) Job job,
        OpenPublications publications,
        BlockLists lists,
        Drops drops) {

    public PublishReport run(List<Insurer> only) {
        return run(only, PublishOptions.NEXT);
    }

    public PublishReport run(List<Insurer> only, PublishOptions options) {
        return run(RunId.newId(), only, options);
    }

    /**
     * Starts or resumes a run.
     *
     * @param only the insurers, in processing order
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the lists' last day of use
     * @throws jinbo.batch.JobRuns.RunUnderWayException if another process executes this run
     */
    public PublishReport run(RunId id, List<Insurer> only, PublishOptions options) {
        PublishRun run = new PublishRun(only, options);
        try {
            return runs.run(job, id, run).map(done -> reportOf(done, run)).orElse(PublishReport.NOTHING);
        } finally {
            try {
                run.takeOpen().ifPresent(publications::end);
            } finally {
                drops.closeKeptSessions();
            }
        }
    }

    private PublishReport reportOf(JobExecution execution, PublishRun run) {
        PublishReport report = PublishReport.of(execution, run, lists);
        if (report.isSound() || !run.wasOpened() && run.stopped().isEmpty()) {
            JobRuns.requireComplete(execution);
        }
        return report;
    }
}
