package jinbo.batch;

import jinbo.platform.error.CodedException;

public final class BatchException extends CodedException {

    private static final long serialVersionUID = 1L;

    public BatchException(BatchError error, Object... facts) {
        super(error, facts);
    }
}
