package jinbo.operator.cli;

import jinbo.platform.error.ErrorCode;

/** What keeps a command from being carried out, apart from what the areas say. */
enum CliError implements ErrorCode {
    /** Nobody foresaw it, so the log has the details. */
    FAILED(500),
    CANNOT_OPEN("HOME_NOT_OPENED", 503),
    /** A newer version of the program has migrated the database. */
    PROGRAM_TOO_OLD(503),
    NO_FOLDER("HOME_NOT_OPENED", 503),
    DATABASE_REFUSED("HOME_NOT_OPENED", 503),
    YAML_UNSOUND("HOME_NOT_OPENED", 503),
    NOT_STARTED("HOME_NOT_OPENED", 503),
    SETTING_UNKNOWN(500),
    SETTING_UNUSABLE(500),
    FILE_NOT_FOUND(404),
    FILE_EXISTS(409),
    FILE_UNUSABLE(422),
    ACCESS_DENIED("FILE_UNUSABLE", 422),
    /** It would put the agreement in force out of force until then. */
    AGREEMENT_AHEAD("DATE_AHEAD", 422),
    /** It would end the exchange before its last day. */
    LEAVING_AHEAD("DATE_AHEAD", 422),
    MOBILE_NOT_BEIJING(422),
    ENTRY_UNKNOWN(404),
    /** A certificate would not be accepted, so nobody is asked to confirm it. */
    CERTIFICATE_REFUSED("KEY_UNUSABLE", 422),
    CERTIFICATE_OF_ASSOCIATION("KEY_UNUSABLE", 422),
    SEVERAL_SSH_KEYS("KEY_UNUSABLE", 422),
    SSH_FILE_TOO_LARGE("KEY_UNUSABLE", 422),
    NO_FURTHER_SSH_KEY("KEY_UNUSABLE", 422),
    SSH_KEY_UNREADABLE("KEY_UNUSABLE", 422);

    private final String code;
    private final int httpStatus;

    CliError(int httpStatus) {
        this.code = name();
        this.httpStatus = httpStatus;
    }

    CliError(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}
