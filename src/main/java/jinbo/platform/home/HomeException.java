package jinbo.platform.home;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;

/** The home, a file in it, or its database server cannot be used. */
public final class HomeException extends CodedException {

    private static final long serialVersionUID = 1L;

    public HomeException(ErrorCode error, Object... facts) {
        super(error, facts);
    }

    public HomeException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
