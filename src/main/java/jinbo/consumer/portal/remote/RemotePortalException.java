package jinbo.consumer.portal.remote;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** The remote portal cannot start. */
public final class RemotePortalException extends CodedException {

    RemotePortalException(RemotePortalError error, Object... facts) {
        super(error, facts);
    }

    /** Returns the exception of this kind among the causes, or else one about the root cause. */
    static RemotePortalException of(RuntimeException failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemotePortalException ours) {
                return ours;
            }
            last = cause;
        }
        return new RemotePortalException(RemotePortalError.CANNOT_START, String.valueOf(last.getMessage()))
                .causedBy(failure);
    }

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
}
