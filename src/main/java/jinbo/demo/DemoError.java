package jinbo.demo;

import jinbo.platform.error.ErrorCode;

/** Why there is no demo in a folder, which is the fact. */
enum DemoError implements ErrorCode {
    FOLDER_NOT_ITS_OWN;

    @Override
    public String code() {
        return "HOME_NOT_OPENED";
    }

    @Override
    public int httpStatus() {
        return 503;
    }
}
