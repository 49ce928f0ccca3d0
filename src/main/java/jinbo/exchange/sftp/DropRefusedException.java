package jinbo.exchange.sftp;

import java.util.Locale;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The server answered, and said no: no permission, no space, not able to. */
public final class DropRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final String doing;
    private final int status;

    DropRefusedException(DropContext dropContext, DropError error, ErrorMessage doing, SftpException answer) {
        super(dropContext, error, doing, answer.getStatus(), SftpExceptionTranslator.describe(answer));
        this.doing = doing.in(Locale.ROOT);
        this.status = answer.getStatus();
        initCause(SftpExceptionTranslator.withoutMessage(answer));
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
}
