package jinbo.exchange.sftp;

/** The server is the right one but does not let us in. */
public final class DropLoginRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    DropLoginRefusedException(DropContext dropContext, DropCredentials shown, Throwable cause) {
        super(dropContext, DropError.LOGIN_REFUSED, shown);
        initCause(SftpExceptionTranslator.withoutMessage(cause));
    }
}
