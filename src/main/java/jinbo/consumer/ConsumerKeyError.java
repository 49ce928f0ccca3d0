package jinbo.consumer;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Errors of keys for consumers; the argument is the file. */
enum ConsumerKeyError implements ErrorCode {
    CONFIRMATION_KEY_UNUSABLE,
    CODE_KEY_UNUSABLE;

    @Override
    public ErrorType type() {
        return new ErrorType("HOME_NOT_OPENED", 503);
    }
}
