package jinbo.platform.home;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum HomeError implements ErrorCode {
    OPEN_TO_OTHERS,
    SECRETS_OPEN_TO_OTHERS,
    SECRETS_UNREADABLE,
    SETTINGS_IN_OTHER_FOLDER,
    SETTINGS_NOT_READ,
    SERVER_NOT_STARTED,
    STARTED_BY_EARLIER_VERSION,
    SERVER_SILENT,
    SERVER_BUSY,
    LOCK_NOT_SHARED,
    DATABASE_PASSWORD_GONE,
    DATABASE_PASSWORD_DAMAGED,
    SETTING_OFF,
    SERVER_DOES_NOT_STOP,
    SERVER_NOT_STOPPED,
    CLOCK_BEFORE_LOG,
    /** The file system of the home fails to sync, rename or lock a file. */
    FILE_SYSTEM_UNFIT,
    /** A file still has its old content after another one was renamed over it. */
    FILE_NOT_REPLACED,
    /** Another node has another home, or the home does not share locks between machines. */
    NODE_LOCK_NOT_SEEN,
    /** The database lacks the roles that separate the tables with phone numbers. */
    ROLES_UNFIT,
    /** A newer version has migrated the database. This version would misread its tables and reset its grants. */
    PROGRAM_TOO_OLD;

    @Override
    public ErrorType type() {
        return new ErrorType(this == PROGRAM_TOO_OLD ? name() : "HOME_NOT_OPENED", 503);
    }
}
