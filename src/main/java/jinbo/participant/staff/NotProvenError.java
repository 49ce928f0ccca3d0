package jinbo.participant.staff;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why an identity is not proven; the access log contains the names of the constants. */
public enum NotProvenError implements ErrorCode {
    /** Nobody is registered as staff, and the database is shared with other homes or nodes. */
    NOBODY_REGISTERED,
    /** Nobody is registered as staff, so nobody can set a password. */
    NOBODY_HAS_PASSWORD,
    /** Only the owner of the home may add the first person. */
    NOT_THE_OWNER,
    /** The name or the key is missing. */
    NOT_SAID,
    UNKNOWN,
    REVOKED,
    KEY_UNUSABLE,
    /** Other users than its owner can read the key file, so the key proves nothing. */
    KEY_OPEN_TO_OTHERS,
    KEY_NOT_THEIRS,
    PASSWORD_NOT_THEIRS,
    PASSWORD_REPLACED,
    /** After too many wrong passwords, further passwords are not verified for a while. */
    TOO_MANY_TRIES;

    @Override
    public ErrorType type() {
        return new ErrorType("NOT_PROVEN", this == TOO_MANY_TRIES ? 429 : 401);
    }
}
