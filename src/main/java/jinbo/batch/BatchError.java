package jinbo.batch;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why an operation of the batch is refused. */
public enum BatchError implements ErrorCode {
    NOT_HELD(404),
    NOTHING_HELD("NOT_HELD", 404),
    NOT_AN_UPLOAD_NAME("NOTHING_TO_TAKE_BACK", 422),
    UPLOAD_UNKNOWN("NOTHING_TO_TAKE_BACK", 404),
    NO_UPLOAD_ACCEPTED("NOTHING_TO_TAKE_BACK", 404),
    ALL_TAKEN_BACK("NOTHING_TO_TAKE_BACK", 409),
    /** No upload that a restore has lost has this name, or it was already ingested again. */
    NOT_LOST(404),
    NOTHING_TO_SETTLE(409),
    /** Files without a record were found while the recovery was ended. */
    RECOVERY_GREW(409),
    PASSWORD_UNUSABLE(422),
    /** From here on, a file of a drop in the home directory is unusable; the first fact is the file or folder. */
    DROP_PASSWORD_UNUSABLE("HOME_NOT_OPENED", 503),
    HOST_KEY_UNREADABLE("HOME_NOT_OPENED", 503),
    SFTP_SERVER_NOT_STARTED("HOME_NOT_OPENED", 503),
    DROP_NOT_MADE("HOME_NOT_OPENED", 503);

    private final ErrorType type;

    BatchError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    BatchError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
