package jinbo.command;

import java.util.List;
import jinbo.job.Remark;
import jinbo.job.publish.PublishReport;

/**
 * The answer of a run of {@code publish-block-lists}.
 *
 * @param job the job's name
 * @param lists those that lie on their drops
 * @param withheld insurers that get none, and why
 * @param problems lists that could not be delivered
 */
record Published(String job, List<PublishedList> lists, List<Remark> withheld, List<Remark> problems)
        implements Answer {

    static Published of(PublishReport report) {
        return new Published(
                JobName.PUBLISH_BLOCK_LISTS.toString(),
                report.delivered().stream().map(PublishedList::of).toList(),
                report.withheld(),
                report.problems());
    }

    @Override
    public boolean complete() {
        return problems.isEmpty();
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
    }
}
