package jinbo.cases.sanction;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why an operation on a sanction is refused. The first argument of the message is the id of the sanction. */
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
