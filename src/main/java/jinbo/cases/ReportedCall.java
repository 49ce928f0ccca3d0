package jinbo.cases;

import java.util.Optional;

/** What a consumer reported: the caller's number, and the text with each supplement under its day (may be empty). */
public record ReportedCall(Optional<CallerNumber> caller, String words) {

    /** The text may contain phone numbers. */
    @Override
    public String toString() {
        return "ReportedCall[***]";
    }
}
