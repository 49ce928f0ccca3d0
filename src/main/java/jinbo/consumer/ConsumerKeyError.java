package jinbo.consumer;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Which key for consumers in the home cannot be used; the fact is its file. */
enum ConsumerKeyError implements ErrorCode {
    CONFIRMATION_KEY_UNUSABLE,
    CODE_KEY_UNUSABLE;

    @Override
    public ErrorType type() {
        return new ErrorType("HOME_NOT_OPENED", 503);
    }
}
