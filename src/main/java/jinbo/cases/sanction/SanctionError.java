package jinbo.cases.sanction;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Errors of operations on sanctions; the first argument is the number of the sanction. */
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
