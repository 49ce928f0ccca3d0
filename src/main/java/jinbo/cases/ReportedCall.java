package jinbo.cases;

import java.util.Optional;

/** @param words with each supplement under its day; empty if there are none */
public record ReportedCall(Optional<CallerNumber> caller, String words) {

    /** The words may contain numbers. */
    @Override
    public String toString() {
        return "ReportedCall[***]";
    }
}
