package jinbo.reference.business;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum LineError implements ErrorCode {
    LINE_UNKNOWN(404),
    LINE_EXISTS(409),
    TOO_MANY_LINES(409),
    LINE_NOT_OPEN(409),
    LINE_NOT_OPEN_ANY_MORE(409),
    LINE_CLOSED_ALREADY(409),
    /** The day must be in the future, so that earlier reports remain true. */
    BEGINS_TOO_EARLY(422),
    ENDS_TOO_EARLY(422),
    CLOSES_TOO_EARLY(422);

    private final ErrorType type;

    LineError(int httpStatus) {
        this.type = new ErrorType("LINE_UNUSABLE", httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
