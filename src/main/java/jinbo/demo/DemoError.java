package jinbo.demo;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

enum DemoError implements ErrorCode {
    FOLDER_NOT_ITS_OWN;

    @Override
    public ErrorType type() {
        return new ErrorType("HOME_NOT_OPENED", 503);
    }
}
