package jinbo.platform.ssh;

import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public final class SshKeyException extends CodedException {

    private static final long serialVersionUID = 1L;

    public SshKeyException(SshKeyError error, Object... facts) {
        super(error, facts);
    }

    /** Why a file of public SSH keys cannot be used. */
    public enum SshKeyError implements ErrorCode {
        SSH_FILE_TOO_LARGE("KEY_UNUSABLE", 422),
        NO_FURTHER_SSH_KEY("KEY_UNUSABLE", 422),
        SSH_KEY_UNREADABLE("KEY_UNUSABLE", 422);

        private final ErrorType type;

        SshKeyError(String code, int httpStatus) {
            this.type = new ErrorType(code, httpStatus);
        }

        @Override
        public ErrorType type() {
            return type;
        }
    }
}
