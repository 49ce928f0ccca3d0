package jinbo.batch.publish;

import java.util.List;
import java.util.Optional;
import jinbo.batch.JobRuns;
import jinbo.batch.RunId;
import jinbo.batch.RunInsurers;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.BlockLists;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs the job {@code publish-block-lists} ({@link PublishBlockListsJob}). */
@Component
public record PublishBlockLists(
        JobRuns runs,
        @Qualifier(PublishBlockListsJob.NAME) Job job,
        RunViews views,
        RunInsurers runInsurers,
        BlockLists lists) {

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
        JobParameters inputs = options.addTo(runInsurers.addTo(new JobParametersBuilder(), only))
                .toJobParameters();
        try {
            return runs.run(job, id, inputs).map(done -> reportOf(done, only)).orElse(PublishReport.NOTHING);
        } catch (JobRuns.RunUnderWayException e) {
            throw e;
        } catch (RuntimeException e) {
            // Spring Batch does not reach its listeners if it cannot record the end of an execution
            views.end(Optional.of(id));
            throw e;
        }
    }

    private PublishReport reportOf(JobExecution execution, List<Insurer> only) {
        PublishReport report = PublishReport.of(execution, only, lists);
        if (report.isSound() || PublishBlockListsJob.failedBeforeSealing(execution)) {
            JobRuns.requireComplete(execution);
        }
        return report;
    }
}
