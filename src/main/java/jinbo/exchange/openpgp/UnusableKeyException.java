package jinbo.exchange.openpgp;

import jinbo.platform.error.CodedException;

public final class UnusableKeyException extends CodedException {

    private static final long serialVersionUID = 1L;

    UnusableKeyException(UnusableKeyError error, Object... facts) {
        super(error, facts);
    }

    UnusableKeyException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
