package jinbo.batch.reconciliation;

import java.util.List;
import jinbo.participant.operation.Derived;

/**
 * What became of one rule.
 *
 * @param code the rule
 * @param checked how many things were looked at
 * @param wrong how many of them break the rule
 * @param examples the first of those, named without any phone number
 * @param notComparable what cannot be checked any more, because numbers or keys have been erased as they had to be
 */
public record RuleResult(
        VerifiedRule code, long checked, long wrong, List<String> examples, List<String> notComparable) {

    public RuleResult {
        examples = List.copyOf(examples);
        notComparable = List.copyOf(notComparable);
    }

    /** Whether the rule holds. */
    @Derived
    public boolean holds() {
        return wrong == 0;
    }
}
