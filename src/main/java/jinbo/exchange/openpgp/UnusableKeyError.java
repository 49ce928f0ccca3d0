package jinbo.exchange.openpgp;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum UnusableKeyError implements ErrorCode {
    NOT_A_CERTIFICATE(422),
    NOT_A_SECRET_KEY(422),
    VERSION(422),
    CANNOT_JOIN(422),
    ALGORITHM(422),
    SECRET_MATERIAL(422),
    SEVERAL(422),
    NOT_A_COPY(422),
    TOO_LARGE(422),
    TOO_LARGE_TOGETHER(422),
    PASSPHRASE(422),
    EXISTS(409),
    EXPOSED(422),
    /** The private half of the primary key is missing; no other key can sign a revocation. */
    NO_PRIMARY(422),
    NOT_GOOD_TO_ENCRYPT(409),
    NOT_GOOD_TO_SIGN(409);

    private final int httpStatus;

    UnusableKeyError(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    @Override
    public ErrorType type() {
        return new ErrorType(this == ALGORITHM ? "KEY_ALGORITHM_NOT_ACCEPTED" : "KEY_UNUSABLE", httpStatus);
    }
}
