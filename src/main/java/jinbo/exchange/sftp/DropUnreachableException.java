package jinbo.exchange.sftp;

import jinbo.platform.error.ErrorMessage;

/** No connection, no answer in time, or the connection broke. Usually passes. */
public final class DropUnreachableException extends DropException {

    private static final long serialVersionUID = 1L;

    DropUnreachableException(DropContext dropContext, ErrorMessage doing, Throwable cause) {
        super(dropContext, DropError.UNREACHABLE, doing, SftpExceptionTranslator.describe(cause));
        initCause(SftpExceptionTranslator.withoutMessage(cause));
    }
}
