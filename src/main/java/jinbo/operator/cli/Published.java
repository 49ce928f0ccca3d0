package jinbo.operator.cli;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;

/**
 * The answer of a run of {@code publish-block-lists}.
 *
 * @param job the job's name
 * @param lists those that lie on their drops
 * @param withheld insurers that get none, and why
 * @param problems lists that could not be delivered
 * @param differences rules that do not hold for these lists, or for those that are sealed and not delivered
 */
record Published(
        String job,
        List<PublishedList> lists,
        List<Remark> withheld,
        List<Remark> problems,
        List<BrokenSum> differences)
        implements Answer {

    /** The answer, with a look at the sums of the lists that the run has touched. */
    static Published of(Installation installation, List<Insurer> insurers, PublishReport report) {
        BlockLists lists = installation.get(BlockLists.class);
        List<SealedList> touched = Stream.concat(
                        report.delivered().stream(),
                        insurers.stream().flatMap(insurer -> lists.undelivered(insurer.code()).stream()))
                .toList();
        return new Published(
                JobName.PUBLISH_BLOCK_LISTS.toString(),
                report.delivered().stream().map(PublishedList::of).toList(),
                report.withheld(),
                report.problems(),
                BrokenSum.of(installation.get(VerifyRunChanges.class).lists(touched)));
    }

    @Override
    public boolean complete() {
        return problems.isEmpty() && differences.isEmpty();
    }

    @Override
    public void tell(Page page) {
        if (lists.isEmpty()) {
            page.say("published.none");
        } else {
            page.say("published.lists", lists.size());
            PublishedList.tell(page, lists);
        }
        TellRemarks.on(page, "published.withheld", withheld);
        TellRemarks.on(page, "run.problems", problems);
        BrokenSum.tell(page, differences);
    }
}
