package jinbo.batch.settle;

import java.util.List;
import jinbo.batch.JobRuns;
import jinbo.batch.RunId;
import jinbo.cases.CaseFiles;
import jinbo.participant.insurer.Insurer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs {@code settle-cases}: {@link SettleCasesJob}. */
@Component
public record SettleCases(
        JobRuns runs, @Qualifier(SettleCasesJob.NAME) Job job, CaseFiles files) {

    /** Runs once, and nobody goes on with this run. */
    public SettleReport run(List<Insurer> only) {
        return run(RunId.newId(), only);
    }

    /**
     * Runs once, or goes on with a run.
     *
     * @param only the insurers to tell, in this order; cases are closed, and sanctions end and are proposed, whosever they are
     * @throws jinbo.batch.RunUnderWayException if another process is at this run
     */
    public SettleReport run(RunId id, List<Insurer> only) {
        return runs.run(job, id, new SettleRun(only))
                .map(execution -> reportOf(execution, only))
                .orElse(SettleReport.NOTHING);
    }

    private SettleReport reportOf(JobExecution execution, List<Insurer> insurers) {
        SettleReport report = SettleReport.of(execution, insurers, files);
        if (report.problems().isEmpty()) {
            JobRuns.requireComplete(execution);
        }
        return report;
    }
}
