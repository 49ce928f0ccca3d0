package jinbo.platform.ssh;

import jinbo.platform.error.ErrorCode;

/** Why a file of public SSH keys cannot be used. */
public enum SshKeyError implements ErrorCode {
    SSH_FILE_TOO_LARGE("KEY_UNUSABLE", 422),
    NO_FURTHER_SSH_KEY("KEY_UNUSABLE", 422),
    SSH_KEY_UNREADABLE("KEY_UNUSABLE", 422);

    private final String code;
    private final int httpStatus;

    SshKeyError(String code, int httpStatus) {
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
