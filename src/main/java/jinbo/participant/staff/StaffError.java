package jinbo.participant.staff;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum StaffError implements ErrorCode {
    ROLE_NOT_PERMITTED("NOT_PERMITTED", 403),
    NO_CONFIDENTIALITY_AGREEMENT("NOT_PERMITTED", 403),
    KEY_FILE_MISSING("NOT_PROVEN", 401),
    PERSON_UNKNOWN("PERSON_UNUSABLE", 404),
    PERSON_EXISTS("PERSON_UNUSABLE", 409),
    PERSON_REVOKED("PERSON_UNUSABLE", 409),
    KEY_TAKEN("PERSON_UNUSABLE", 409),
    KEY_TOO_WEAK("PERSON_UNUSABLE", 422),
    /** Somebody else was added or revoked at the same time. */
    OVERTAKEN("PERSON_UNUSABLE", 409),
    PASSWORD_TOO_SHORT("PERSON_UNUSABLE", 422),
    PASSWORD_TOO_LONG("PERSON_UNUSABLE", 422),
    FIRST_ARE_KEY_OFFICERS("PERSON_UNUSABLE", 409),
    TOO_FEW_KEY_OFFICERS("PERSON_UNUSABLE", 409),
    REQUEST_UNKNOWN("REQUEST_UNUSABLE", 404),
    REQUEST_EXPIRED("REQUEST_UNUSABLE", 409),
    REQUEST_REFUSED("REQUEST_UNUSABLE", 409),
    /** The request is confirmed, but has no recorded result. */
    REQUEST_UNFINISHED("REQUEST_UNUSABLE", 409),
    REQUEST_CARRIED_OUT("REQUEST_UNUSABLE", 409),
    /** The request is of an older version of the program, which stored it as the words of a command. */
    REQUEST_OUTDATED("REQUEST_UNUSABLE", 409),
    SAME_PERSON("REQUEST_UNUSABLE", 403),
    AUTHOR_REVOKED("REQUEST_UNUSABLE", 409),
    FILE_CHANGED("REQUEST_UNUSABLE", 409),
    FILE_TOO_LARGE("REQUEST_UNUSABLE", 413),
    HOLDS_NUMBER("REQUEST_UNUSABLE", 422),
    NUMBER_GONE("REQUEST_UNUSABLE", 409),
    /** The request is about another number than the second person has entered, or about none. */
    OTHER_NUMBER("REQUEST_UNUSABLE", 409),
    /** The second person has signed another document than the first person. */
    OTHER_DOCUMENT("REQUEST_UNUSABLE", 409),
    REPLAYED("REQUEST_UNUSABLE", 409),
    REASON_MISSING("REASON_UNUSABLE", 422),
    REASON_HOLDS_NUMBER("REASON_UNUSABLE", 422),
    REASON_NOT_STORABLE("REASON_UNUSABLE", 422);

    private final ErrorType type;

    StaffError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
