package jinbo.exchange.sftp;

import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The server answered, and said no: no permission, no space, not able to. */
public final class DropRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final String doing;
    private final int status;
    private final boolean mayPass;

    private DropRefusedException(
            DropContext dropContext, String doing, boolean mayPass, String whatToDo, SftpException answer) {
        super(
                dropContext,
                "refused " + doing + " (SFTP status " + answer.getStatus() + ", "
                        + SftpExceptionTranslator.describe(answer) + "); " + whatToDo);
        this.doing = doing;
        this.status = answer.getStatus();
        this.mayPass = mayPass;
        initCause(SftpExceptionTranslator.withoutMessage(answer));
    }

    static DropRefusedException perhapsOutOfSpace(DropContext dropContext, String doing, SftpException answer) {
        return new DropRefusedException(
                dropContext,
                doing,
                true,
                "it is tried again, and if that goes on ask " + dropContext.operatorName()
                        + " whether the disk is full",
                answer);
    }

    static DropRefusedException failed(DropContext dropContext, String doing, SftpException answer) {
        return new DropRefusedException(
                dropContext,
                doing,
                true,
                "it is tried again, and if that goes on ask " + dropContext.operatorName()
                        + " what its server's log says",
                answer);
    }

    static DropRefusedException unsupported(DropContext dropContext, String doing, SftpException answer) {
        return new DropRefusedException(
                dropContext,
                doing,
                false,
                "its SFTP does not know this request: ask " + dropContext.operatorName()
                        + " for a server that has all of SFTP version 3",
                answer);
    }

    static DropRefusedException denied(DropContext dropContext, String doing, SftpException answer) {
        return new DropRefusedException(
                dropContext,
                doing,
                false,
                "ask " + dropContext.operatorName()
                        + " to give our user read and write access to upload/, archive/ and download/",
                answer);
    }

    /** The status code of the SFTP protocol (draft-ietf-secsh-filexfer). */
    public int status() {
        return status;
    }

    /** What was asked, for example {@code listing upload/}. */
    public String doing() {
        return doing;
    }

    /** Whether the server does not know the request, which is no matter of rights. */
    public boolean isUnsupported() {
        return isUnsupported(status);
    }

    static boolean isUnsupported(int status) {
        return status == SftpConstants.SSH_FX_OP_UNSUPPORTED || status == SftpConstants.SSH_FX_BAD_MESSAGE;
    }

    @Override
    public boolean isTransient() {
        return mayPass;
    }
}
