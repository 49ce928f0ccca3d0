package jinbo.cases;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Errors of a complaint. Messages do not repeat the input. */
public enum CallComplaintError implements ErrorCode {
    CALLER_NUMBER,
    /** A supplement is empty. */
    WORDS_MISSING,
    WORDS_TOO_LONG,
    /** A character cannot be displayed. */
    WORDS_UNREADABLE,
    CALL_AHEAD,
    /** The consumer has reached the limit of complaints a day. */
    TOO_MANY,
    LINE_NOT_SOLD,
    /** The call is too old to be investigated. */
    CALL_LONG_AGO;

    @Override
    public ErrorType type() {
        return new ErrorType("CALL_REFUSED", this == TOO_MANY ? 429 : 422);
    }
}
