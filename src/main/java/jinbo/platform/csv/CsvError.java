package jinbo.platform.csv;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

enum CsvError implements ErrorCode {
    EMPTY("TABLE_UNUSABLE", 422),
    HEADER("TABLE_UNUSABLE", 422),
    NOT_CSV("TABLE_UNUSABLE", 422),
    NOT_UTF8("TABLE_UNUSABLE", 422);

    private final ErrorType type;

    CsvError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
