package jinbo.participant.insurer;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Errors about an insurer, its certificates or its sales units; a message's first argument is the insurer. */
public enum InsurerError implements ErrorCode {
    INSURER_UNKNOWN(404),
    INSURER_UNKNOWN_SOME_KNOWN("INSURER_UNKNOWN", 404),
    INSURER_UNKNOWN_NONE_YET("INSURER_UNKNOWN", 404),
    INSURER_EXISTS(409),
    NO_SERVER(422),
    NO_SERVER_WITH_PASSWORD("NO_SERVER", 422),
    PIN_MISSING(404),
    /** The last pin cannot be removed, because without any pin no host key could be verified. */
    PIN_IS_THE_LAST("PIN_MISSING", 409),
    DROP_SHARED_ADDRESS("DROP_SHARED", 409),
    DROP_SHARED_SERVER("DROP_SHARED", 409),
    DROP_SHARED_WITH_EXCHANGE("DROP_SHARED", 409),
    DROP_ALREADY_SHARED("DROP_SHARED", 409),
    INSURER_LEFT(409),
    INSURER_LEFT_WITH_SUCCESSOR("INSURER_LEFT", 409),
    AGREEMENTS_ALREADY_END("NOTHING_ENDS", 409),
    AGREEMENTS_NOT_SIGNED("NOTHING_ENDS", 409),
    LINE_TAKEN("LINE_OF_INSURER", 409),
    LINE_TAKEN_UNTIL("LINE_OF_INSURER", 409),
    LINE_NOT_SOLD("LINE_OF_INSURER", 409),
    LAST_LINE("LINE_OF_INSURER", 409),
    SUCCEEDS_ITSELF("NO_SUCCESSOR", 422),
    SUCCESSOR_LACKS_LINES("NO_SUCCESSOR", 409),
    SUCCESSOR_HAS_LEFT("NO_SUCCESSOR", 409),
    SUCCESSOR_IS_SUSPENDED("NO_SUCCESSOR", 409),
    CERTIFICATE_TAKEN(409),
    CERTIFICATE_REVOKED(409),
    CERTIFICATE_COMPROMISED("CERTIFICATE_REVOKED", 409),
    NO_SUCH_CERTIFICATE(404),
    /** Several different copies of the certificate wait, and none of them was selected. */
    CERTIFICATES_DIFFER(409),
    CERTIFICATE_NOT_OFFERED(404),
    UNIT_UNKNOWN(404),
    UNIT_UNKNOWN_NONE_YET("UNIT_UNKNOWN", 404),
    UNIT_EXISTS(409),
    UNIT_CLOSED(409);

    private final ErrorType type;

    InsurerError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    InsurerError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
