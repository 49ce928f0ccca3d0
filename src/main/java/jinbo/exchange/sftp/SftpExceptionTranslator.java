package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Turns what the SSH library throws into what our callers decide by. */
public final class SftpExceptionTranslator {

    private SftpExceptionTranslator() {}

    static DropException of(DropContext dropContext, ErrorMessage doing, IOException thrown) {
        return of(dropContext, doing, false, thrown);
    }

    /** @param takesRoom whether the server needs room on its disk for it */
    static DropException of(DropContext dropContext, ErrorMessage doing, boolean takesRoom, IOException thrown) {
        // a time-out that has passed is one by its type, and interrupts nobody
        if (thrown instanceof InterruptedIOException && !(thrown instanceof SocketTimeoutException)) {
            // The library clears the thread's mark; whoever runs the job must still see that it was told to stop.
            Thread.currentThread().interrupt();
        }
        if (thrown instanceof SftpException answer) {
            return refusal(dropContext, doing, takesRoom, answer);
        }
        return new DropUnreachableException(dropContext, doing, thrown);
    }

    static boolean isMissing(IOException thrown) {
        return thrown instanceof SftpException answer
                && (answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                        || answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH);
    }

    /** What the library or the server said, fit for a message; where it said nothing, what that was about. */
    public static String describe(Throwable cause) {
        String said =
                Optional.ofNullable(cause.getMessage()).map(SanitizedText::of).orElse("");
        if (!said.isBlank()) {
            return said;
        }
        return cause instanceof SftpException answer
                ? SftpConstants.getStatusName(answer.getStatus())
                : cause.getClass().getSimpleName();
    }

    /** What the library or the server said, without the sentence around it. */
    public static String describe(DropException e) {
        return Optional.ofNullable(e.getCause())
                .map(cause -> describe(cause).replaceFirst("^[\\w.$]+(Exception|Error): ", ""))
                .orElseGet(() -> String.valueOf(e.getMessage()));
    }

    /** The same stack without the library's text, which repeats file names. */
    static Throwable withoutMessage(Throwable cause) {
        IOException shown = new IOException(cause.getClass().getName() + ": " + describe(cause));
        shown.setStackTrace(cause.getStackTrace());
        return shown;
    }

    private static DropException refusal(
            DropContext dropContext, ErrorMessage doing, boolean takesRoom, SftpException answer) {
        return switch (answer.getStatus()) {
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                new DropUnreachableException(dropContext, doing, answer);
            // "Failure" is all that protocol version 3 has for a full disk, a quota and a lock.
            case SftpConstants.SSH_FX_FAILURE,
                    SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM,
                    SftpConstants.SSH_FX_QUOTA_EXCEEDED,
                    SftpConstants.SSH_FX_LOCK_CONFLICT,
                    SftpConstants.SSH_FX_NO_SUCH_FILE ->
                new DropRefusedException(
                        dropContext, takesRoom ? DropError.PERHAPS_OUT_OF_SPACE : DropError.FAILED, doing, answer);
            default ->
                new DropRefusedException(
                        dropContext,
                        DropRefusedException.isUnsupported(answer.getStatus())
                                ? DropError.UNSUPPORTED
                                : DropError.DENIED,
                        doing,
                        answer);
        };
    }
}
