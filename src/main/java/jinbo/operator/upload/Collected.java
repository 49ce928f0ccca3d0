package jinbo.operator.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.batch.JobNames;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /**
     * A rule that does not hold for what a run has touched.
     *
     * @param message the rule in English and where it is broken first
     * @param examples where it is broken: files, lists, counts; never a phone number
     */
    public record BrokenSum(VerifiedRule rule, String message, List<String> examples) {

        private static final Logger LOG = LoggerFactory.getLogger(BrokenSum.class);

        /** Those that were found, each in the log too: nobody may be watching a run. */
        public static List<BrokenSum> of(List<RuleResult> broken) {
            List<BrokenSum> sums = broken.stream()
                    .map(ruleResult -> new BrokenSum(
                            ruleResult.code(),
                            ruleResult.code().in(Locale.ENGLISH) + ": "
                                    + ruleResult.examples().get(0),
                            ruleResult.examples()))
                    .toList();
            sums.forEach(sum -> LOG.error("This rule no longer holds: {}", sum.message()));
            return sums;
        }
    }
}
