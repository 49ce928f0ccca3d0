package jinbo.cases;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why a complaint, or a supplement to it, is not accepted. The messages do not repeat the input. */
public enum CallComplaintError implements ErrorCode {
    CALLER_NUMBER,
    /** The text of a supplement is empty. */
    WORDS_MISSING,
    WORDS_TOO_LONG,
    /** A character cannot be displayed. */
    WORDS_UNREADABLE,
    /** The time of the call is in the future. */
    CALL_AHEAD,
    /** The consumer has reached the limit of complaints a day, or of supplements to a complaint. */
    TOO_MANY,
    /** The insurer never sold the line of business. */
    LINE_NOT_SOLD,
    /** The call is too old to be investigated. */
    CALL_LONG_AGO;

    @Override
    public ErrorType type() {
        return new ErrorType("CALL_REFUSED", this == TOO_MANY ? 429 : 422);
    }
}
