package jinbo.batch.settle;

import java.util.List;
import java.util.Map;
import jinbo.batch.JobRuns;
import jinbo.batch.PartitionReport;
import jinbo.batch.Remark;
import jinbo.batch.RunId;
import jinbo.batch.RunInsurers;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs the job {@code settle-cases} ({@link SettleCasesJob}). */
@Component
public record SettleCases(
        JobRuns runs, @Qualifier(SettleCasesJob.NAME) Job job, RunInsurers runInsurers, CaseFiles files) {

    public SettleReport run(List<Insurer> only) {
        return run(RunId.newId(), only);
    }

    /**
     * Starts or resumes a run.
     *
     * @param only the insurers to notify, in this order; the other steps work for all insurers
     * @throws jinbo.batch.JobRuns.RunUnderWayException if another process executes this run
     */
    public SettleReport run(RunId id, List<Insurer> only) {
        JobParameters inputs =
                runInsurers.addTo(new JobParametersBuilder(), only).toJobParameters();
        return runs.run(job, id, inputs)
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

    public record SettleReport(
            List<CaseFile> delivered,
            int closed,
            int ended,
            int proposed,
            List<Remark> withheld,
            List<Remark> problems) {

        static final SettleReport NOTHING = new SettleReport(List.of(), 0, 0, 0, List.of(), List.of());

        public SettleReport {
            delivered = List.copyOf(delivered);
            withheld = List.copyOf(withheld);
            problems = List.copyOf(problems);
        }

        static SettleReport of(JobExecution execution, List<Insurer> insurers, CaseFiles files) {
            Map<InsurerCode, PartitionReport> partitions =
                    PartitionReport.of(execution, insurers, SettleCasesJob.NOTIFY);
            return new SettleReport(
                    PartitionReport.each(
                            partitions,
                            insurers,
                            (insurer, part) -> part.delivered().stream()
                                    .map(sequence ->
                                            files.find(insurer, sequence).orElseThrow())),
                    (int) JobRuns.written(execution, SettleCasesJob.CLOSE_CASES),
                    (int) JobRuns.written(execution, SettleCasesJob.END_SANCTIONS),
                    (int) JobRuns.written(execution, SettleCasesJob.PROPOSE_SANCTIONS),
                    PartitionReport.remarks(partitions, insurers, PartitionReport::withheld),
                    PartitionReport.remarks(partitions, insurers, PartitionReport::problems));
        }
    }
}
