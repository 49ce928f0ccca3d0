package jinbo.batch.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** Counts the violations of a rule, and keeps the first ones as examples. */
final class RuleViolations {

    private static final int EXAMPLES = 10;

    private final VerifiedRule rule;
    private final List<String> examples = new ArrayList<>();
    private final List<String> notComparable = new ArrayList<>();
    private long checked;
    private long wrong;

    RuleViolations(VerifiedRule rule) {
        this.rule = rule;
    }

    void checked() {
        checked(1);
    }

    void checked(long more) {
        checked += more;
    }

    /** @param example without phone numbers */
    void wrong(String example) {
        wrong++;
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }

    /** @param what names items that cannot be checked any more, and the reason */
    void notComparable(String what) {
        notComparable.add(what);
    }

    RuleResult result() {
        return new RuleResult(rule, checked, wrong, examples, notComparable);
    }
}
