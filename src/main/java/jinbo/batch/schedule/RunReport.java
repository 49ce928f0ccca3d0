package jinbo.batch.schedule;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.Check;

/**
 * How a run has ended.
 *
 * @param done how many files, lists or numbers it has dealt with
 * @param left what it has left undone
 */
public record RunReport(long done, List<LeftUndone> left) {

    public RunReport {
        left = List.copyOf(left);
    }

    static RunReport of(long done, List<Remark> problems, List<Check> broken) {
        return new RunReport(
                done,
                Stream.concat(
                                problems.stream().map(LeftUndone::of),
                                broken.stream().map(LeftUndone::of))
                        .toList());
    }
}
