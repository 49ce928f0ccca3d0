package jinbo.cases;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Errors of a complaint. Messages do not repeat the input. */
public enum CallComplaintError implements ErrorCode {
    CALLER_NUMBER("CALL_REFUSED", 422),
    WORDS_TOO_LONG("CALL_REFUSED", 422),
    /** A character cannot be displayed. */
    WORDS_UNREADABLE("CALL_REFUSED", 422),
    CALL_AHEAD("CALL_REFUSED", 422),
    /** The consumer has reached the limit of complaints a day. */
    TOO_MANY("CALL_REFUSED", 429),
    LINE_NOT_SOLD("CALL_REFUSED", 422),
    /** The call is too old to be investigated. */
    CALL_LONG_AGO("CALL_REFUSED", 422);

    private final ErrorType type;

    CallComplaintError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
