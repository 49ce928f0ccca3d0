package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.participant.insurer.InsurerCode;

/**
 * The answer of a run of {@code collect-uploads}.
 *
 * @param job the job's name
 * @param files what became of each file
 * @param problems what is left for the next run or for a person
 * @param differences rules that do not hold for these files
 */
record Collected(String job, List<TakenFile> files, List<Remark> problems, List<BrokenSum> differences)
        implements Answer {

    /** The answer, with a look at the sums of the files that the run has touched. */
    static Collected of(Installation installation, CollectReport report) {
        return new Collected(
                JobName.COLLECT_UPLOADS.toString(),
                report.files().stream().map(TakenFile::of).toList(),
                report.problems(),
                BrokenSum.of(installation.get(VerifyRunChanges.class).files(report.files())));
    }

    Collected with(InsurerCode insurer, String problem) {
        List<Remark> more = new ArrayList<>(problems);
        more.add(new Remark(insurer, problem));
        return new Collected(job, files, more, differences);
    }

    @Override
    public boolean complete() {
        return problems.isEmpty() && differences.isEmpty();
    }

    @Override
    public void tell(Page page) {
        if (files.isEmpty() && problems.isEmpty()) {
            page.say("collected.none");
        } else if (!files.isEmpty()) {
            page.say("collected.files", files.size());
            TakenFile.tell(page, files);
        }
        TellRemarks.on(page, "run.problems", problems);
        BrokenSum.tell(page, differences);
    }
}
