package jinbo.exchange.sftp;

/** No connection, no answer in time, or the connection broke. Usually passes. */
public final class DropUnreachableException extends DropException {

    private static final long serialVersionUID = 1L;

    DropUnreachableException(DropContext party, String doing, Throwable cause) {
        super(
                party,
                "cannot be reached or broke off while " + doing + " (" + SftpExceptionTranslator.told(cause)
                        + "); it is tried again, and if "
                        + "that goes on ask " + party.keeper() + " whether server, network and firewall let us in");
        initCause(SftpExceptionTranslator.withoutText(cause));
    }

    @Override
    public boolean mayPass() {
        return true;
    }
}
