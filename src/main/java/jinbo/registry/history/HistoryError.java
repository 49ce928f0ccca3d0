package jinbo.registry.history;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum HistoryError implements ErrorCode {
    /** Until then a consumer can still choose otherwise. */
    TIME_AHEAD(422);

    private final ErrorType type;

    HistoryError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
