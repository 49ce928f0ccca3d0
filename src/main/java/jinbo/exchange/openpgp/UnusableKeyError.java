package jinbo.exchange.openpgp;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum UnusableKeyError implements ErrorCode {
    NOT_A_CERTIFICATE("KEY_UNUSABLE", 422),
    NOT_A_SECRET_KEY("KEY_UNUSABLE", 422),
    VERSION("KEY_UNUSABLE", 422),
    CANNOT_JOIN("KEY_UNUSABLE", 422),
    /** It is in no row of the policy. */
    ALGORITHM("KEY_ALGORITHM_NOT_ACCEPTED", 422),
    /** A secret key where a public one should be; whoever sent it must replace it. */
    SECRET_MATERIAL("KEY_UNUSABLE", 422),
    SEVERAL("KEY_UNUSABLE", 422),
    NOT_A_COPY("KEY_UNUSABLE", 422),
    /** Larger than any certificate of an insurer needs to be. */
    TOO_LARGE("KEY_UNUSABLE", 422),
    TOO_LARGE_TOGETHER("KEY_UNUSABLE", 422),
    /** It is missing or wrong. */
    PASSPHRASE("KEY_UNUSABLE", 422),
    /** A secret key is never overwritten. */
    EXISTS("KEY_UNUSABLE", 409),
    /** Others than the owner can get into the folder in which a secret key should be put. */
    EXPOSED("KEY_UNUSABLE", 422),
    /** The private half of the primary key, which alone may revoke, is missing. */
    NO_PRIMARY("KEY_UNUSABLE", 422),
    NOT_GOOD_TO_ENCRYPT("KEY_UNUSABLE", 409),
    NOT_GOOD_TO_SIGN("KEY_UNUSABLE", 409);

    private final ErrorType type;

    UnusableKeyError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
