package jinbo.platform.home;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;

public final class HomeException extends CodedException {

    public HomeException(ErrorCode error, Object... facts) {
        super(error, facts);
    }
}
