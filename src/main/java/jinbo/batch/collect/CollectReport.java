package jinbo.batch.collect;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;

/**
 * What a run of {@code collect-uploads} did.
 *
 * @param files what became of each file, by insurer in the order in which they were taken up
 * @param problems what could not be done
 */
public record CollectReport(List<InboundFile> files, List<Remark> problems) {

    static final CollectReport NOTHING = new CollectReport(List.of(), List.of());

    public CollectReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Of an insurer that could not be worked for. */
    static CollectReport problem(InsurerCode insurer, String what) {
        return new CollectReport(List.of(), List.of(new Remark(insurer, what)));
    }

    /** This report and another one after it. */
    CollectReport and(CollectReport other) {
        return new CollectReport(
                Stream.concat(files.stream(), other.files.stream()).toList(),
                Stream.concat(problems.stream(), other.problems.stream()).toList());
    }

    /** Whether every file that was there is answered. */
    public boolean everythingAnswered() {
        return problems.isEmpty();
    }
}
