package jinbo.operator.answer;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** General errors of commands. */
public enum CommandError implements ErrorCode {
    FAILED(500),
    CANNOT_OPEN("HOME_NOT_OPENED", 503),
    /** A newer version of the program has migrated the database. */
    PROGRAM_TOO_OLD(503),
    NO_FOLDER("HOME_NOT_OPENED", 503),
    HOME_CLOSED("HOME_NOT_OPENED", 503),
    DATABASE_REFUSED("HOME_NOT_OPENED", 503),
    YAML_UNSOUND("HOME_NOT_OPENED", 503),
    NOT_STARTED("HOME_NOT_OPENED", 503),
    SETTING_UNKNOWN(500),
    SETTING_UNUSABLE(500),
    FILE_NOT_FOUND(404),
    FILE_EXISTS(409),
    FILE_UNUSABLE(422),
    ACCESS_DENIED("FILE_UNUSABLE", 422);

    private final ErrorType type;

    CommandError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    CommandError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
