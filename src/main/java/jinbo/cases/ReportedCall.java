package jinbo.cases;

import java.util.Optional;

/** @param words empty if there are none */
public record ReportedCall(Optional<CallerNumber> caller, String words) {

    /** The words may contain numbers. */
    @Override
    public String toString() {
        return "CallReported[***]";
    }
}
