package jinbo.participant.operation;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Errors of an operation document. Most operation documents come from another process on this machine. */
public enum OperationError implements ErrorCode {
    NOT_JSON("OPERATION_UNREADABLE", 400),
    SIGNATURE_UNREADABLE("OPERATION_UNREADABLE", 400),
    SIGNER_INCOMPLETE("OPERATION_UNREADABLE", 400),
    OPERATION_TOO_LARGE("OPERATION_UNREADABLE", 413),
    OPERATION_UNKNOWN("OPERATION_UNREADABLE", 422),
    MEMBER_UNKNOWN("OPERATION_UNREADABLE", 422),
    VALUE_UNUSABLE("OPERATION_UNREADABLE", 422),
    REASON_UNUSABLE("OPERATION_UNREADABLE", 422),
    NUMBER_MISSING("OPERATION_UNREADABLE", 422),
    NUMBER_MALFORMED("OPERATION_UNREADABLE", 422),
    NUMBER_LANDLINE("OPERATION_UNREADABLE", 422),
    NUMBER_SCIENTIFIC("OPERATION_UNREADABLE", 422),
    /** Phone numbers and texts that are typed without echo must not be in a document, because documents are stored. */
    SENT_IN_DOCUMENT("OPERATION_UNREADABLE", 422),
    FILE_NAME_UNUSABLE("OPERATION_UNREADABLE", 422),
    FILE_DIFFERS("OPERATION_UNREADABLE", 422),
    /** The operation writes or reads secrets on the disk of the person who requests it, so it cannot be sent. */
    PLACE_ON_DISK("OPERATION_UNREADABLE", 422),
    /** The operation needs the key or the terminal of the person who requests it, so it cannot be sent. */
    ONLY_IN_PROCESS_OF_REQUESTER("OPERATION_UNREADABLE", 422),
    /** The document was signed for another exchange, for example a training installation. */
    OTHER_EXCHANGE("OPERATION_UNREADABLE", 422),
    /**
     * The program has added values to the operation that the requester has not signed. The requester and the second
     * person, who confirms the request, must both see and sign all values.
     */
    OPERATION_INCOMPLETE("OPERATION_INCOMPLETE", 428),
    SIGNED_AT_OTHER_TIME("OPERATION_STALE", 409),
    CAME_BEFORE("OPERATION_STALE", 409),
    TOO_MANY("OPERATION_STALE", 429),
    /** The operation took effect, but its end could not be written to the access log. */
    RESULT_NOT_RECORDED("RESULT_NOT_RECORDED", 500);

    private final ErrorType type;

    OperationError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
