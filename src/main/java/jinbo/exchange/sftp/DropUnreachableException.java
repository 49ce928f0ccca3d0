package jinbo.exchange.sftp;

/** No connection, no answer in time, or the connection broke. Usually passes. */
public final class DropUnreachableException extends DropException {

    private static final long serialVersionUID = 1L;

    DropUnreachableException(DropContext dropContext, String doing, Throwable cause) {
        super(
                dropContext,
                "cannot be reached or broke off while " + doing + " (" + SftpExceptionTranslator.describe(cause)
                        + "); it is tried again, and if "
                        + "that goes on ask " + dropContext.operatorName()
                        + " whether server, network and firewall let us in");
        initCause(SftpExceptionTranslator.withoutMessage(cause));
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
