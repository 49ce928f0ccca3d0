package jinbo.job.collect;

import java.util.List;
import jinbo.inbound.InboundFile;
import jinbo.job.Remark;

/**
 * What a run of {@code collect-uploads} did.
 *
 * @param files what became of each file, by insurer in the order in which they were taken up
 * @param problems what could not be done
 */
public record CollectReport(List<InboundFile> files, List<Remark> problems) {

    public CollectReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Whether every file that was there is answered. */
    public boolean everythingAnswered() {
        return problems.isEmpty();
    }
}
