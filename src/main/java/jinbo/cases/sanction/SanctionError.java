package jinbo.cases.sanction;

import jinbo.platform.error.ErrorCode;

/** What cannot be done about a sanction; the first fact is its number. */
public enum SanctionError implements ErrorCode {
    SANCTION_UNKNOWN(404),
    SANCTION_STATE(409);

    private final String code;
    private final int httpStatus;

    SanctionError(int httpStatus) {
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
