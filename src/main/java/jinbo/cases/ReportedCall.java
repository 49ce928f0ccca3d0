package jinbo.cases;

import java.util.Optional;

/**
 * What a consumer told of a call beside what the case says, without the consumer's own number.
 *
 * @param words the consumer's own, with each supplement under its day; empty if there are none
 */
public record ReportedCall(Optional<CallerNumber> caller, String words) {

    /** Neither the number nor the words, which may hold others. */
    @Override
    public String toString() {
        return "CallReported[***]";
    }
}
