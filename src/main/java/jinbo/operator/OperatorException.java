package jinbo.operator;

import jinbo.platform.error.CodedException;

public final class OperatorException extends CodedException {

    public OperatorException(OperatorError error, Object... facts) {
        super(error, facts);
    }
}
