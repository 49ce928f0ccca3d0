package jinbo.registry.history;

import jinbo.platform.error.CodedException;

/** What was asked about the past of a number cannot be answered. */
public final class HistoryException extends CodedException {

    private static final long serialVersionUID = 1L;

    HistoryException(HistoryError error, Object... facts) {
        super(error, facts);
    }
}
