package jinbo.operator;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum OperatorError implements ErrorCode {
    /** An agreement with a future date would replace the current one. */
    AGREEMENT_AHEAD("DATE_AHEAD", 422),
    /** A departure with a future date would end the exchange too early. */
    LEAVING_AHEAD("DATE_AHEAD", 422),
    MOBILE_NOT_BEIJING(422),
    ENTRY_UNKNOWN(404),
    /** The certificate cannot be accepted, so no request to accept it is stored. */
    CERTIFICATE_REFUSED("KEY_UNUSABLE", 422),
    CERTIFICATE_OF_ASSOCIATION("KEY_UNUSABLE", 422),
    SEVERAL_SSH_KEYS("KEY_UNUSABLE", 422);

    private final ErrorType type;

    OperatorError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    OperatorError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
