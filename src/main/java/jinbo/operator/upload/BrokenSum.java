package jinbo.operator.upload;

import java.util.List;
import java.util.Locale;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        sums.forEach(sum -> LOG.error("Not so any more: {}", sum.message()));
        return sums;
    }
}
