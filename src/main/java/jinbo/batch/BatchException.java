package jinbo.batch;

import jinbo.platform.error.CodedException;

public final class BatchException extends CodedException {

    public BatchException(BatchError error, Object... facts) {
        super(error, facts);
    }
}
