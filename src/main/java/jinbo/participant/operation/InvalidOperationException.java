package jinbo.participant.operation;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;

/** The values of an operation, sound one by one, do not go together, or one of them is not allowed. */
public final class InvalidOperationException extends CodedException {

    private static final long serialVersionUID = 1L;

    /** @param error says what is wrong and what is allowed */
    public InvalidOperationException(ErrorCode error, Object... facts) {
        super(error, facts);
    }
}
