package jinbo.operator.partner;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;

/** What an outcome says; it never holds a number. */
record OutcomeContent(
        String outcome, long rows, List<Row> firstRows, Optional<DeliveryFault> fault, Optional<String> detail)
        implements Incomplete, CommentedResult {

    /**
     * @param line the physical line of the upload
     * @param severity refused, or a warning
     */
    record Row(
            Optional<Integer> line,
            Optional<String> column,
            FindingCode.Severity severity,
            FindingCode code,
            String message) {}

    @Override
    public boolean complete() {
        return fault.isEmpty();
    }

    @Override
    public Optional<String> comment() {
        return rows > firstRows.size()
                ? Optional.of("more")
                : Optional.of("nothing").filter(any -> rows == 0 && complete());
    }

    @Derived
    Optional<DeliveryProblem> unusable() {
        return DeliveryProblem.of(fault, detail);
    }
}
