package jinbo.cases.sanction;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** What cannot be done about a sanction; the first fact is its number. */
public enum SanctionError implements ErrorCode {
    SANCTION_UNKNOWN(404),
    SANCTION_STATE(409);

    private final ErrorType type;

    SanctionError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
