package jinbo.batch.collect;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;

/** @param files what became of each file, by insurer in the order in which they were taken up */
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

    CollectReport and(CollectReport other) {
        return new CollectReport(
                Stream.concat(files.stream(), other.files.stream()).toList(),
                Stream.concat(problems.stream(), other.problems.stream()).toList());
    }

    public boolean everythingAnswered() {
        return problems.isEmpty();
    }
}
