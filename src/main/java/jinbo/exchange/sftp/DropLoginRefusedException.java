package jinbo.exchange.sftp;

/** The server is the right one but does not let us in. */
public final class DropLoginRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    DropLoginRefusedException(DropContext party, DropCredentials shown, Throwable cause) {
        super(
                party,
                "does not let this user in with " + shown + "; ask " + party.keeper()
                        + " to authorize our public key for this account, and check the user's name");
        initCause(SftpExceptionTranslator.withoutText(cause));
    }

    @Override
    public boolean mayPass() {
        return false;
    }
}
