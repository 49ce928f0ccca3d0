package jinbo.platform.home;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;

/** The home folder, a file or the database server in it cannot be used. */
public final class HomeException extends CodedException {

    private static final long serialVersionUID = 1L;

    /** @param error of the area whose files they are */
    public HomeException(ErrorCode error, Object... facts) {
        super(error, facts);
    }

    public HomeException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
