package jinbo.exchange.keys;

import jinbo.platform.error.CodedException;

/** What was asked of keys of our own cannot be done, or a key must not be used; a passphrase is never quoted. */
public final class KeysException extends CodedException {

    private static final long serialVersionUID = 1L;

    public KeysException(KeysError error, Object... facts) {
        super(error, facts);
    }

    KeysException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }
}
