package jinbo.job.publish;

import java.util.List;
import java.util.stream.Stream;
import jinbo.blocklist.SealedList;
import jinbo.job.Remark;

/**
 * What a run of {@code publish-block-lists} did.
 *
 * @param delivered the lists that lie on their drops with their manifests
 * @param withheld insurers that get none, and why
 * @param problems lists that could not be delivered
 */
public record PublishReport(List<SealedList> delivered, List<Remark> withheld, List<Remark> problems) {

    public PublishReport {
        delivered = List.copyOf(delivered);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
    }

    /** The same with one more problem. */
    PublishReport and(Remark problem) {
        return new PublishReport(
                delivered,
                withheld,
                Stream.concat(problems.stream(), Stream.of(problem)).toList());
    }

    /** Whether every list that is due is delivered. */
    public boolean everythingDelivered() {
        return problems.isEmpty();
    }
}
