package jinbo.drop;

/** The server answered, and said no: no permission, no space, not able to. */
public final class DropRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean mayPass;

    DropRefusedException(Party party, String doing, int status, boolean mayPass, Throwable cause) {
        super(
                party,
                "refused " + doing + " (SFTP status " + status + ", " + Trouble.told(cause) + "); "
                        + (mayPass
                                ? "it is tried again, and if that goes on ask " + party.keeper()
                                        + " whether the disk is full"
                                : "ask " + party.keeper()
                                        + " to give our user read and write access to upload/, archive/ and"
                                        + " download/"));
        this.status = status;
        this.mayPass = mayPass;
        initCause(Trouble.withoutText(cause));
    }

    /** The status code of the SFTP protocol (draft-ietf-secsh-filexfer). */
    public int status() {
        return status;
    }

    @Override
    public boolean mayPass() {
        return mayPass;
    }
}
