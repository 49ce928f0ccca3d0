package jinbo.registry.history;

import jinbo.platform.error.ErrorCode;

/** What cannot be looked up. */
public enum HistoryError implements ErrorCode {
    /** Until then a consumer can still choose otherwise. */
    TIME_AHEAD(422);

    private final String code;
    private final int httpStatus;

    HistoryError(int httpStatus) {
        this.code = name();
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}
