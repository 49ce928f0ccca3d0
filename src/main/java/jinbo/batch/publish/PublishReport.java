package jinbo.batch.publish;

import java.util.List;
import java.util.Map;
import jinbo.batch.PartitionReport;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.batch.core.job.JobExecution;

/** What a run did, by insurer; the delivered lists are on their drops with their manifests. */
public record PublishReport(
        List<SealedList> delivered, List<Remark> withheld, List<Remark> problems, List<RuleResult> differences) {

    static final PublishReport NOTHING = new PublishReport(List.of(), List.of(), List.of(), List.of());

    public PublishReport {
        delivered = List.copyOf(delivered);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
        differences = List.copyOf(differences);
    }

    /** Reads the report of an execution from the contexts of its steps. */
    static PublishReport of(JobExecution execution, List<Insurer> insurers, BlockLists lists) {
        Map<InsurerCode, PartitionReport> partitions =
                PartitionReport.of(execution, insurers, PublishBlockListsJob.DELIVER);
        return new PublishReport(
                PartitionReport.each(
                        partitions,
                        insurers,
                        (insurer, part) -> part.delivered().stream()
                                .map(sequence -> lists.find(insurer, sequence).orElseThrow())),
                PartitionReport.remarks(partitions, insurers, PartitionReport::withheld),
                PartitionReport.remarks(partitions, insurers, PartitionReport::problems),
                PublishBlockListsJob.differences(execution));
    }

    /** True if all due lists were delivered and agree with their records. */
    boolean isSound() {
        return everythingDelivered() && differences.isEmpty();
    }

    public boolean everythingDelivered() {
        return problems.isEmpty();
    }
}
