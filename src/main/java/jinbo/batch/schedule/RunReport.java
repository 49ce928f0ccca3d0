package jinbo.batch.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;

/** What a job reports of a run: the number of processed files, lists or numbers, and the work that is left undone. */
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

    /** @param problems unfinished work that concerns all insurers */
    public static RunReport ofAll(long done, Stream<String> problems) {
        return new RunReport(
                done,
                problems.map(what -> new UnfinishedWork(Optional.empty(), what)).toList());
    }
}
