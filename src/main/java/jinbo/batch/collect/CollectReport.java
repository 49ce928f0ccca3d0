package jinbo.batch.collect;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;

/** What a run of {@code collect-uploads} did: the files by insurer in processing order, and what was left undone. */
public record CollectReport(List<InboundFile> files, List<Remark> problems) {

    static final CollectReport NOTHING = new CollectReport(List.of(), List.of());

    public CollectReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    static CollectReport problem(InsurerCode insurer, String what) {
        return new CollectReport(List.of(), List.of(new Remark(insurer, what)));
    }

    static CollectReport each(
            PerInsurerExecutor executor, List<Insurer> insurers, int atATime, Function<Insurer, CollectReport> work) {
        return executor.runForEach(insurers, atATime, work, (insurer, what) -> problem(insurer.code(), what)).stream()
                .reduce(NOTHING, CollectReport::and);
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
