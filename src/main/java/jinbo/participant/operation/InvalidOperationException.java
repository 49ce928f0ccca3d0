package jinbo.participant.operation;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;

/** An operation has a value, or a combination of values, that is not allowed. */
public final class InvalidOperationException extends CodedException {

    public InvalidOperationException(ErrorCode error, Object... facts) {
        super(error, facts);
    }
}
