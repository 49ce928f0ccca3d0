package jinbo.exchange.keys;

import jinbo.platform.error.CodedException;

/** A failure with the association's own keys, or a key that must not be used. The message never quotes a passphrase. */
public final class KeysException extends CodedException {

    public KeysException(KeysError error, Object... facts) {
        super(error, facts);
    }
}
