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

/** The result of collecting uploads; {@code problems} are what the next run or a person must still do. */
public record Collected(String job, List<TakenFile> files, List<Remark> problems, List<ViolatedRule> differences)
        implements Incomplete, CommentedResult {

    /** Creates the result, and verifies the records that the run has changed. */
    public static Collected of(CollectReport report, VerifyRunChanges changes) {
        return new Collected(
                JobNames.COLLECT_UPLOADS,
                report.files().stream().map(TakenFile::of).toList(),
                report.problems(),
                ViolatedRule.of(changes.files(report.files())));
    }

    public Collected with(InsurerCode insurer, String problem) {
        List<Remark> more = new ArrayList<>(problems);
        more.add(new Remark(insurer, problem));
        return new Collected(job, files, more, differences);
    }

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

    /** A rule that no longer holds after a run, with examples: files, lists or counts, never phone numbers. */
    public record ViolatedRule(VerifiedRule rule, String message, List<String> examples) {

        private static final Logger LOG = LoggerFactory.getLogger(ViolatedRule.class);

        /** Converts violations and logs each, because possibly nobody watches the run. */
        public static List<ViolatedRule> of(List<RuleResult> results) {
            List<ViolatedRule> violations = results.stream()
                    .map(ruleResult -> new ViolatedRule(
                            ruleResult.code(),
                            ruleResult.code().in(Locale.ENGLISH) + ": "
                                    + ruleResult.examples().get(0),
                            ruleResult.examples()))
                    .toList();
            violations.forEach(violation -> LOG.error("This rule no longer holds: {}", violation.message()));
            return violations;
        }
    }
}
