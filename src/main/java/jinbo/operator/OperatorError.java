package jinbo.operator;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** What keeps an operation of the staff from being carried out, apart from what the areas say. */
public enum OperatorError implements ErrorCode {
    /** It would put the agreement in force out of force until then. */
    AGREEMENT_AHEAD("DATE_AHEAD", 422),
    /** It would end the exchange before its last day. */
    LEAVING_AHEAD("DATE_AHEAD", 422),
    MOBILE_NOT_BEIJING(422),
    ENTRY_UNKNOWN(404),
    /** A certificate would not be accepted, so nobody is asked to confirm it. */
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
