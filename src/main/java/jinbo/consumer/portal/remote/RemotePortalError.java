package jinbo.consumer.portal.remote;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

enum RemotePortalError implements ErrorCode {
    PORT_NOT_OPENED,
    SWITCHED_OFF,
    NO_DATABASE,
    LOGIN_UNFIT,
    LOGIN_UNFIT_IN_MORE,
    NOT_LET_IN,
    CANNOT_START;

    @Override
    public ErrorType type() {
        return new ErrorType("PORTAL_NOT_OPENED", 503);
    }
}
