package jinbo.batch.reconciliation;

import java.util.List;
import jinbo.participant.operation.Derived;

/**
 * @param examples first violations, without phone numbers
 * @param notComparable items whose numbers or keys have been erased as required
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
