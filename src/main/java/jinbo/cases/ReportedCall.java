package jinbo.cases;

import java.util.Optional;

/**
 * The consumer's report of a call, without the consumer's number.
 *
 * @param words empty if there are none
 */
public record ReportedCall(Optional<CallerNumber> caller, String words) {

    /** The words may contain numbers. */
    @Override
    public String toString() {
        return "CallReported[***]";
    }
}
