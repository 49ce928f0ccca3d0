package jinbo.batch.reconciliation;

import java.util.List;
import jinbo.participant.operation.Derived;

/**
 * @param checked how many things were looked at
 * @param examples the first of those, named without any phone number
 * @param notComparable what cannot be checked any more, because numbers or keys have been erased as they had to be
 */
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
