package jinbo.operator;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Values of an operation that are invalid or contradict each other. Commands report them as usage errors. */
public enum UsageError implements ErrorCode {
    INSURER_OF_JOB,
    FULL_OF_JOB,
    WORKING_DAYS,
    INSURER_NAME,
    LINE_MISSING,
    LINE_NAME,
    UNIT_NAME,
    PERSON_NAME,
    HOST_KEY_MISSING,
    HOST_KEY_ALONE,
    HOST_KEY,
    SSH_KEY_REMOTE,
    SFTP,
    ACCEPTANCE_BOUNDS,
    COMPROMISED_FROM,
    OWN_OR_CODE,
    PROTECT,
    PASSWORD_FORGOTTEN,
    LIMIT,
    NUMBER_AND_REASON,
    NUMBER_ALONE,
    INDEX,
    REQUEST_MISSING,
    CHOICE_OF_NOBODY,
    CALLED_AT_DATE,
    GROUNDS,
    EXPORT_OR_PROOF,
    TOLERANCE,
    UPLOAD_NUMBER,
    DELIVERED,
    IN_FORCE;

    private static final ErrorType TYPE = new ErrorType("OPERATION_UNREADABLE", 422);

    @Override
    public ErrorType type() {
        return TYPE;
    }
}
