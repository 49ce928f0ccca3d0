package jinbo.platform.csv;

import jinbo.platform.error.ErrorCode;

/** What is wrong with a file as a table. */
enum CsvError implements ErrorCode {
    EMPTY("TABLE_UNUSABLE", 422),
    HEADER("TABLE_UNUSABLE", 422),
    NOT_CSV("TABLE_UNUSABLE", 422),
    NOT_UTF8("TABLE_UNUSABLE", 422);

    private final String code;
    private final int httpStatus;

    CsvError(String code, int httpStatus) {
        this.code = code;
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
