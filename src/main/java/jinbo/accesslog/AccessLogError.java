package jinbo.accesslog;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum AccessLogError implements ErrorCode {
    /** From here to {@link #ENTRY_UNREADABLE}, the log must be repaired or restored. */
    ENTRY_MISPLACED("LOG_BEYOND_REPAIR", 409),
    TOO_MANY_LOST("LOG_BEYOND_REPAIR", 409),
    ENTRY_UNREADABLE("LOG_BEYOND_REPAIR", 409),
    NO_ALARM(409),
    /** The person did not name exactly the open alarms: they have changed, none was named, or none is open. */
    OTHER_ALARMS(409),
    NO_ALARM_NAMED("OTHER_ALARMS", 409),
    NO_ALARM_OPEN("OTHER_ALARMS", 409),
    /** From here on, a file of the log in the home directory is unusable; the first fact is its path. */
    KEY_UNUSABLE("HOME_NOT_OPENED", 503),
    KEY_MISSING("HOME_NOT_OPENED", 503),
    HASH_KEY_GONE("HOME_NOT_OPENED", 503),
    HASH_KEY_NOT_DESTROYED("HOME_NOT_OPENED", 503),
    HASH_KEYS_UNREADABLE("HOME_NOT_OPENED", 503),
    HASH_KEY_UNDESTROYABLE("HOME_NOT_OPENED", 503),
    HASH_KEY_UNUSABLE("HOME_NOT_OPENED", 503),
    CHECKPOINT_UNREADABLE("HOME_NOT_OPENED", 503),
    CHECKPOINT_NOT_KEPT("HOME_NOT_OPENED", 503),
    CHECKPOINTS_UNREADABLE("HOME_NOT_OPENED", 503),
    DAY_UNREADABLE("HOME_NOT_OPENED", 503),
    DAY_NOT_PUT_ASIDE("HOME_NOT_OPENED", 503),
    CHECKPOINT_NOT_PUT_ASIDE("HOME_NOT_OPENED", 503),
    PUT_ASIDE_UNREADABLE("HOME_NOT_OPENED", 503);

    private final ErrorType type;

    AccessLogError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    AccessLogError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
