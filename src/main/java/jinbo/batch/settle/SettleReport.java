package jinbo.batch.settle;

import java.util.List;
import java.util.Map;
import jinbo.batch.JobRuns;
import jinbo.batch.PartitionReport;
import jinbo.batch.Remark;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.batch.core.job.JobExecution;

/**
 * @param delivered the files that lie on their drops
 * @param withheld insurers whose cases wait, and why
 */
public record SettleReport(
        List<CaseFile> delivered, int closed, int ended, int proposed, List<Remark> withheld, List<Remark> problems) {

    static final SettleReport NOTHING = new SettleReport(List.of(), 0, 0, 0, List.of(), List.of());

    public SettleReport {
        delivered = List.copyOf(delivered);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
    }

    /** Of an execution, in the order of the insurers. */
    static SettleReport of(JobExecution execution, List<Insurer> insurers, CaseFiles files) {
        Map<InsurerCode, PartitionReport> partitions = PartitionReport.of(execution, insurers);
        return new SettleReport(
                PartitionReport.each(
                        partitions,
                        insurers,
                        (insurer, part) -> part.delivered().stream()
                                .map(sequence -> files.find(insurer, sequence).orElseThrow())),
                (int) JobRuns.written(execution, SettleCasesJob.CLOSE_CASES),
                (int) JobRuns.written(execution, SettleCasesJob.END_SANCTIONS),
                (int) JobRuns.written(execution, SettleCasesJob.PROPOSE_SANCTIONS),
                PartitionReport.remarks(partitions, insurers, PartitionReport::withheld),
                PartitionReport.remarks(partitions, insurers, PartitionReport::problems));
    }
}
