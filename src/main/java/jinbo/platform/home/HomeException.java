package jinbo.platform.home;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;

public final class HomeException extends CodedException {

    private static final long serialVersionUID = 1L;

    public HomeException(ErrorCode error, Object... facts) {
        super(error, facts);
    }
}
