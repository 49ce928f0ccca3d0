package jinbo.cases;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why a complaint about a call is not taken as it is; nothing of what was typed is repeated. */
public enum CallComplaintError implements ErrorCode {
    CALLER_NUMBER("CALL_REFUSED", 422),
    /** A supplement that says nothing. */
    WORDS_MISSING("CALL_REFUSED", 422),
    WORDS_TOO_LONG("CALL_REFUSED", 422),
    /** They hold a character that cannot be shown. */
    WORDS_UNREADABLE("CALL_REFUSED", 422),
    CALL_AHEAD("CALL_REFUSED", 422),
    /** One consumer has complained of more calls within a day than can be investigated. */
    TOO_MANY("CALL_REFUSED", 429),
    /** The insurer was never in the line of business that is named. */
    LINE_NOT_SOLD("CALL_REFUSED", 422),
    /** Nobody can find out any more what counted then. */
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
