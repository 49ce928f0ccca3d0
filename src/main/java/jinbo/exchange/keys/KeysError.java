package jinbo.exchange.keys;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum KeysError implements ErrorCode {
    NONE_SIGNS("OWN_KEY_UNUSABLE", 409),
    NONE_OPENS("OWN_KEY_UNUSABLE", 409),
    KEY_UNKNOWN("OWN_KEY_UNUSABLE", 404),
    NO_NEXT_KEY("OWN_KEY_UNUSABLE", 404),
    NEXT_KEY_WAITS("OWN_KEY_UNUSABLE", 409),
    ENDS_TOO_SOON("OWN_KEY_UNUSABLE", 422),
    ENDS_TOO_LATE("OWN_KEY_UNUSABLE", 422),
    RETIRED("OWN_KEY_UNUSABLE", 409),
    RETIRED_AS_COMPROMISED("OWN_KEY_UNUSABLE", 409),
    LAST_KEY("OWN_KEY_UNUSABLE", 409),
    PASSPHRASE_MISSING(422),
    PASSPHRASE_MISSING_FOR_COPY("PASSPHRASE_MISSING", 422),
    PASSPHRASE_OF_OTHER_KEY_MISSING("PASSPHRASE_MISSING", 422),
    /** Remedies if it is missing: for the keys of a home, for those of an insurer, and where none can be set. */
    SET_PASSPHRASE("PASSPHRASE_MISSING", 422),
    SET_PASSPHRASE_OF_PARTNER("PASSPHRASE_MISSING", 422),
    TAKE_PASSPHRASE_OFF("PASSPHRASE_MISSING", 422),
    PASSPHRASE_WRONG(422),
    NEW_PASSPHRASE_MISSING(422),
    PASSPHRASE_UNUSABLE(422),
    PASSPHRASE_TOO_SHORT(422),
    PASSPHRASES_DIFFER(422),
    /** A key whose secret half is published. The arguments are its name and the remedy. */
    SAMPLE_KEY(422),
    IS_SAMPLE_KEY("SAMPLE_KEY", 422),
    SAMPLE_KEY_IN_FILE("SAMPLE_KEY", 422),
    REPLACE_FILE("SAMPLE_KEY", 422),
    ASK_FOR_CERTIFICATE("SAMPLE_KEY", 422),
    ASK_FOR_KEY("SAMPLE_KEY", 422),
    ASK_FOR_HOST_KEY("SAMPLE_KEY", 422),
    LET_PERSON_MAKE_KEY("SAMPLE_KEY", 422),
    CORRECT_SSH_SETTINGS("SAMPLE_KEY", 422),
    MAKE_OWN_KEY("SAMPLE_KEY", 422),
    ASK_ASSOCIATION_FOR_CERTIFICATE("SAMPLE_KEY", 422),
    ASK_ASSOCIATION_FOR_LOG_KEY("SAMPLE_KEY", 422),
    REVOKE_CERTIFICATE("SAMPLE_KEY", 422),
    PIN_OTHER_HOST_KEY("SAMPLE_KEY", 422),
    LET_INSURER_LEAVE("SAMPLE_KEY", 422),
    /** The first argument of these is the file or folder in the home. */
    SSH_KEY_UNUSABLE("HOME_NOT_OPENED", 503),
    OPENPGP_KEY_UNUSABLE("HOME_NOT_OPENED", 503),
    CONTENT_HASH_KEY_UNUSABLE("HOME_NOT_OPENED", 503),
    KEYS_UNREADABLE("HOME_NOT_OPENED", 503),
    KEYS_UNCHANGEABLE("HOME_NOT_OPENED", 503),
    KEYS_NOT_WRITTEN("HOME_NOT_OPENED", 503),
    SAMPLE_KEYS_IN_HOME("HOME_NOT_OPENED", 503);

    private final ErrorType type;

    KeysError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    KeysError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
