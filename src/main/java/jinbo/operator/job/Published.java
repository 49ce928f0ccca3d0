package jinbo.operator.job;

import java.util.List;
import jinbo.batch.Remark;
import jinbo.batch.publish.PublishReport;
import jinbo.operator.upload.BrokenSum;
import jinbo.participant.operation.Incomplete;

/**
 * The answer of a run of {@code publish-block-lists}.
 *
 * @param job the job's name
 * @param lists those that lie on their drops
 * @param withheld insurers that get none, and why
 * @param problems lists that could not be delivered
 * @param differences rules that do not hold for these lists, or for those that are sealed and not delivered
 */
public record Published(
        String job,
        List<PublishedList> lists,
        List<Remark> withheld,
        List<Remark> problems,
        List<BrokenSum> differences)
        implements Incomplete {

    static Published of(PublishReport report) {
        return new Published(
                JobName.PUBLISH_BLOCK_LISTS.toString(),
                report.delivered().stream().map(PublishedList::of).toList(),
                report.withheld(),
                report.problems(),
                BrokenSum.of(report.differences()));
    }

    @Override
    public boolean complete() {
        return problems.isEmpty() && differences.isEmpty();
    }
}
