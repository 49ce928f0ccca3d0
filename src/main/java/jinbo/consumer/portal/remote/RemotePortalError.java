package jinbo.consumer.portal.remote;

import jinbo.platform.error.ErrorCode;

/** Why the portal cannot run as a process of its own. */
enum RemotePortalError implements ErrorCode {
    PORT_NOT_OPENED("PORTAL_NOT_OPENED", 503),
    SWITCHED_OFF("PORTAL_NOT_OPENED", 503),
    NO_DATABASE("PORTAL_NOT_OPENED", 503),
    /** Its login to the database may more, or less, than the portal needs. */
    LOGIN_UNFIT("PORTAL_NOT_OPENED", 503),
    LOGIN_UNFIT_IN_MORE("PORTAL_NOT_OPENED", 503),
    NOT_LET_IN("PORTAL_NOT_OPENED", 503),
    CANNOT_START("PORTAL_NOT_OPENED", 503);

    private final String code;
    private final int httpStatus;

    RemotePortalError(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}
