package jinbo.exchange.sftp.server;

import jinbo.platform.error.ErrorCode;

/** Why the embedded SFTP server does not run. */
enum SftpServerError implements ErrorCode {
    PORT_TAKEN(503);

    private final String code;
    private final int httpStatus;

    SftpServerError(int httpStatus) {
        this.code = name();
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
