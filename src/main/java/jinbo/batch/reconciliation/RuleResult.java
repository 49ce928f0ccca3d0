package jinbo.batch.reconciliation;

import java.util.List;
import jinbo.participant.operation.Derived;

/** The result of a rule; {@code notComparable} names items that cannot be checked: numbers or keys were erased. */
public record RuleResult(
        VerifiedRule code, long checked, long wrong, List<String> examples, List<String> notComparable) {

    public RuleResult {
        examples = List.copyOf(examples);
        notComparable = List.copyOf(notComparable);
    }

    @Derived
    public boolean holds() {
        return wrong == 0;
    }
}
