package jinbo.batch.schedule;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;

/**
 * How a run has ended.
 *
 * @param done how many files, lists or numbers it has dealt with
 * @param left what it has left undone
 */
public record RunReport(long done, List<UnfinishedWork> left) {

    public RunReport {
        left = List.copyOf(left);
    }

    static RunReport of(long done, List<Remark> problems, List<RuleResult> broken) {
        return new RunReport(
                done,
                Stream.concat(
                                problems.stream().map(UnfinishedWork::of),
                                broken.stream().map(UnfinishedWork::of))
                        .toList());
    }
}
