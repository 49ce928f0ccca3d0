package jinbo.batch;

import jinbo.platform.error.CodedException;

/** What was asked of the batch cannot be done. */
public final class BatchException extends CodedException {

    private static final long serialVersionUID = 1L;

    public BatchException(BatchError error, Object... facts) {
        super(error, facts);
    }
}
