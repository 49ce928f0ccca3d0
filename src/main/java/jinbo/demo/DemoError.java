package jinbo.demo;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

enum DemoError implements ErrorCode {
    FOLDER_NOT_ITS_OWN("HOME_NOT_OPENED", 503),
    STILL_SERVED("HOME_NOT_OPENED", 503),
    NOT_SERVED("DEMO_NOT_SERVED", 409);

    private final ErrorType type;

    DemoError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
