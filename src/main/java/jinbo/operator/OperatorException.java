package jinbo.operator;

import jinbo.platform.error.CodedException;

public final class OperatorException extends CodedException {

    private static final long serialVersionUID = 1L;

    public OperatorException(OperatorError error, Object... facts) {
        super(error, facts);
    }
}
