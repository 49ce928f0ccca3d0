package jinbo.batch.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** Counts what breaks a rule and remembers the first few: a broken registry must not fill the memory with its faults. */
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

    /** @param example where it is, without any phone number */
    void wrong(String example) {
        wrong++;
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }

    /** @param what cannot be checked any more, and why that is as it should be; one line for all that has one reason */
    void notComparable(String what) {
        notComparable.add(what);
    }

    RuleResult check() {
        return new RuleResult(rule, checked, wrong, examples, notComparable);
    }
}
