package jinbo.exchange.openpgp;

import jinbo.platform.error.CodedException;

/** A key or certificate that cannot be read or used, or a key file that cannot be written. */
public final class UnusableKeyException extends CodedException {

    UnusableKeyException(UnusableKeyError error, Object... facts) {
        super(error, facts);
    }
}
