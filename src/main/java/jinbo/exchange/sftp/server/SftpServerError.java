package jinbo.exchange.sftp.server;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

enum SftpServerError implements ErrorCode {
    PORT_TAKEN(503);

    private final ErrorType type;

    SftpServerError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
