package jinbo.operator.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.JobNames;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;

/** @param problems what is left for the next run or for a person */
public record Collected(String job, List<TakenFile> files, List<Remark> problems, List<BrokenSum> differences)
        implements Incomplete, CommentedResult {

    /** The answer, with a look at the sums of the files that the run has touched. */
    public static Collected of(CollectReport report, VerifyRunChanges changes) {
        return new Collected(
                JobNames.COLLECT_UPLOADS,
                report.files().stream().map(TakenFile::of).toList(),
                report.problems(),
                BrokenSum.of(changes.files(report.files())));
    }

    /** The same, with something that is left undone. */
    public Collected with(InsurerCode insurer, String problem) {
        List<Remark> more = new ArrayList<>(problems);
        more.add(new Remark(insurer, problem));
        return new Collected(job, files, more, differences);
    }

    /** Those of which operators are told more. */
    @Derived
    public List<TakenFile> explained() {
        return files.stream().filter(file -> file.detail().isPresent()).toList();
    }

    @Override
    public Optional<String> comment() {
        return files.isEmpty() && problems.isEmpty() ? Optional.of("nothing") : Optional.empty();
    }

    @Override
    public boolean complete() {
        return problems.isEmpty() && differences.isEmpty();
    }
}
