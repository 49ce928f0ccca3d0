package jinbo.participant.staff;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Why it is not proven who acts; the names of the constants are in the access log. */
public enum NotProvenError implements ErrorCode {
    /** Nobody is registered, over a database that others share. */
    NOBODY_REGISTERED,
    /** The same, where somebody wants to keep a password. */
    NOBODY_HAS_PASSWORD,
    /** The first person is added by the owner of the home alone. */
    NOT_THE_OWNER,
    /** No name was given, or no key. */
    NOT_SAID,
    UNKNOWN,
    REVOKED,
    /** The key's file cannot be read, or holds no private key. */
    KEY_UNUSABLE,
    /** Others than its owner can read the key's file, so it proves nothing. */
    KEY_OPEN_TO_OTHERS,
    KEY_NOT_THEIRS,
    PASSWORD_NOT_THEIRS,
    PASSWORD_REPLACED,
    /** There were too many wrong passwords; for a while none is verified. */
    TOO_MANY_TRIES;

    @Override
    public ErrorType type() {
        return new ErrorType("NOT_PROVEN", this == TOO_MANY_TRIES ? 429 : 401);
    }
}
