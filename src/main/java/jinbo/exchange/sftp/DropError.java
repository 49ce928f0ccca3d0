package jinbo.exchange.sftp;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum DropError implements ErrorCode {
    // The first two arguments are the drop's address and the party that runs its server.
    UNREACHABLE("DROP_FAILED", 503),
    NO_STRICT_KEY_EXCHANGE("DROP_FAILED", 502),
    NO_COMMON_ALGORITHMS("DROP_FAILED", 502),
    HOST_KEY_NOT_PINNED("DROP_FAILED", 502),
    LOGIN_REFUSED("DROP_FAILED", 502),
    FOLDER_MISSING("DROP_FAILED", 502),
    FOLDER_LOST("DROP_FAILED", 502),
    FOLDER_TOO_LARGE("DROP_FAILED", 502),
    PERHAPS_OUT_OF_SPACE("DROP_FAILED", 502),
    FAILED("DROP_FAILED", 502),
    UNSUPPORTED("DROP_FAILED", 502),
    DENIED("DROP_FAILED", 502),
    OTHER_FILE_THERE("DROP_FAILED", 409),
    // Parts of the sentences above: the party that runs the server,
    THE_INSURER("DROP_FAILED", 502),
    WHO_RUNS_OUR_SERVER("DROP_FAILED", 502),
    // how to pin a host key,
    PIN_HOST_KEY("DROP_FAILED", 502),
    ADD_HOST_KEY("DROP_FAILED", 502),
    // the failed request,
    LOOKING_UP_NAME("DROP_FAILED", 502),
    CONNECTING("DROP_FAILED", 502),
    OPENING_SFTP("DROP_FAILED", 502),
    LOGGING_IN("DROP_FAILED", 502),
    LISTING("DROP_FAILED", 502),
    LOOKING_AT("DROP_FAILED", 502),
    READING("DROP_FAILED", 502),
    WRITING("DROP_FAILED", 502),
    REMOVING("DROP_FAILED", 502),
    MOVING_TO("DROP_FAILED", 502),
    // and what to do if another file has the name.
    TRY_AGAIN("DROP_FAILED", 502),
    DELIVERED_OTHERWISE("DROP_FAILED", 502),
    UPLOADED_OTHERWISE("DROP_FAILED", 502),
    ARCHIVE_NAMES_TAKEN("DROP_FAILED", 502),
    EARLIER_ONE_UNREAD("DROP_FAILED", 502);

    private final ErrorType type;

    DropError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
