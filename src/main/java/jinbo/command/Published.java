package jinbo.command;

import java.util.List;
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
                remarks(report.withheld()),
                remarks(report.problems()));
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
        Remark.tell(page, "published.withheld", withheld);
        Remark.tell(page, "run.problems", problems);
    }

    private static List<Remark> remarks(List<PublishReport.Remark> remarks) {
        return remarks.stream()
                .map(remark -> new Remark(remark.insurer(), remark.what()))
                .toList();
    }
}
