package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Maps exceptions of the SSH library to {@link DropException}s. */
public final class SftpExceptionTranslator {

    private SftpExceptionTranslator() {}

    static DropException of(DropContext dropContext, ErrorMessage doing, IOException thrown) {
        return of(dropContext, doing, false, thrown);
    }

    /** @param needsSpace true if the request needs space on the server's disk */
    static DropException of(DropContext dropContext, ErrorMessage doing, boolean needsSpace, IOException thrown) {
        // SocketTimeoutException is a subtype, but does not mean an interrupt.
        if (thrown instanceof InterruptedIOException && !(thrown instanceof SocketTimeoutException)) {
            // The library has cleared the interrupted status, but the job must still see it.
            Thread.currentThread().interrupt();
        }
        if (thrown instanceof SftpException answer) {
            return refusal(dropContext, doing, needsSpace, answer);
        }
        return new DropUnreachableException(dropContext, doing, thrown);
    }

    static boolean isMissing(IOException thrown) {
        return thrown instanceof SftpException answer
                && (answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                        || answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH);
    }

    /** The sanitized message of the library or the server; if there is none, the kind of failure. */
    public static String describe(Throwable cause) {
        String message =
                Optional.ofNullable(cause.getMessage()).map(SanitizedText::of).orElse("");
        if (!message.isBlank()) {
            return message;
        }
        return cause instanceof SftpException answer
                ? SftpConstants.getStatusName(answer.getStatus())
                : cause.getClass().getSimpleName();
    }

    /** The message of the cause, without the sentence around it. */
    public static String describe(DropException e) {
        return Optional.ofNullable(e.getCause())
                .map(cause -> describe(cause).replaceFirst("^[\\w.$]+(Exception|Error): ", ""))
                .orElseGet(() -> String.valueOf(e.getMessage()));
    }

    /** A copy of the exception with a sanitized message, because the library's message repeats file names. */
    static Throwable withoutMessage(Throwable cause) {
        IOException shown = new IOException(cause.getClass().getName() + ": " + describe(cause));
        shown.setStackTrace(cause.getStackTrace());
        return shown;
    }

    private static DropException refusal(
            DropContext dropContext, ErrorMessage doing, boolean needsSpace, SftpException answer) {
        return switch (answer.getStatus()) {
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                new DropUnreachableException(dropContext, doing, answer);
            // Protocol version 3 only has "Failure" for a full disk, a quota and a lock.
            case SftpConstants.SSH_FX_FAILURE,
                    SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM,
                    SftpConstants.SSH_FX_QUOTA_EXCEEDED,
                    SftpConstants.SSH_FX_LOCK_CONFLICT,
                    SftpConstants.SSH_FX_NO_SUCH_FILE ->
                new DropRefusedException(
                        dropContext, needsSpace ? DropError.PERHAPS_OUT_OF_SPACE : DropError.FAILED, doing, answer);
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
