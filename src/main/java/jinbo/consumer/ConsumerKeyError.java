package jinbo.consumer;

import jinbo.platform.error.ErrorCode;

/** Which key for consumers in the home cannot be used; the fact is its file. */
enum ConsumerKeyError implements ErrorCode {
    CONFIRMATION_KEY_UNUSABLE,
    CODE_KEY_UNUSABLE;

    @Override
    public String code() {
        return "HOME_NOT_OPENED";
    }

    @Override
    public int httpStatus() {
        return 503;
    }
}
