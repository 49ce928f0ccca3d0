package jinbo.consumer.portal.remote;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

enum RemotePortalError implements ErrorCode {
    PORT_NOT_OPENED("PORTAL_NOT_OPENED", 503),
    SWITCHED_OFF("PORTAL_NOT_OPENED", 503),
    NO_DATABASE("PORTAL_NOT_OPENED", 503),
    LOGIN_UNFIT("PORTAL_NOT_OPENED", 503),
    LOGIN_UNFIT_IN_MORE("PORTAL_NOT_OPENED", 503),
    NOT_LET_IN("PORTAL_NOT_OPENED", 503),
    CANNOT_START("PORTAL_NOT_OPENED", 503);

    private final ErrorType type;

    RemotePortalError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
