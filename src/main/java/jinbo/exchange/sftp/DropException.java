package jinbo.exchange.sftp;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A failure of an insurer's drop. The message says what failed, where, and what to do; it never has a phone number. */
public abstract sealed class DropException extends CodedException {

    private final transient InsurerCode insurer;
    private final transient DropAddress address;

    /** @param more arguments of the message, after the drop and the party that runs its server */
    DropException(DropContext dropContext, DropError error, Object... more) {
        super(
                error,
                Stream.concat(Stream.of(dropContext.address(), dropContext.keeper()), Stream.of(more))
                        .toArray());
        this.insurer = dropContext.insurer();
        this.address = dropContext.address();
    }

    public InsurerCode insurer() {
        return insurer;
    }

    public DropAddress address() {
        return address;
    }

    /** The server could not be reached, did not answer in time, or the connection broke. Usually temporary. */
    public static final class DropUnreachableException extends DropException {

        DropUnreachableException(DropContext dropContext, ErrorMessage doing, Throwable cause) {
            super(dropContext, DropError.UNREACHABLE, doing, SftpExceptionTranslator.describe(cause));
            initCause(SftpExceptionTranslator.withoutMessage(cause));
        }
    }

    /** The server's SSH is too weak or too old. The client has sent neither a key nor a password. */
    public static final class KeyExchangeRefusedException extends DropException {

        private KeyExchangeRefusedException(DropContext dropContext, DropError error, Object... more) {
            super(dropContext, error, more);
        }

        static KeyExchangeRefusedException notStrict(DropContext dropContext, Handshake handshake) {
            return new KeyExchangeRefusedException(
                    dropContext, DropError.NO_STRICT_KEY_EXCHANGE, serverProgram(handshake));
        }

        static KeyExchangeRefusedException noCommonAlgorithms(DropContext dropContext, Handshake handshake) {
            KeyExchangeRefusedException refused = new KeyExchangeRefusedException(
                    dropContext,
                    DropError.NO_COMMON_ALGORITHMS,
                    serverProgram(handshake),
                    handshake.missingAlgorithms());
            handshake
                    .disagreement()
                    .map(SftpExceptionTranslator::withoutMessage)
                    .ifPresent(refused::initCause);
            return refused;
        }

        private static String serverProgram(Handshake handshake) {
            return handshake
                    .identification()
                    .map(name -> " (" + SanitizedText.of(name) + ")")
                    .orElse("");
        }
    }

    /** The host key is not pinned: the server has a new key that was not announced, or an attacker has intervened. */
    public static final class HostKeyRefusedException extends DropException {

        private final String offered;

        /** @param shown the keys that the server showed, its preferred one first */
        HostKeyRefusedException(DropContext dropContext, List<Handshake.ShownKey> shown) {
            super(
                    dropContext,
                    DropError.HOST_KEY_NOT_PINNED,
                    shown,
                    dropContext.address().pins(),
                    dropContext.pinInstruction(shown.get(0).fingerprint()));
            this.offered = shown.get(0).fingerprint();
        }

        public String offered() {
            return offered;
        }
    }

    /** The server showed a pinned host key but refused the login. */
    public static final class DropLoginRefusedException extends DropException {

        DropLoginRefusedException(DropContext dropContext, DropCredentials shown, Throwable cause) {
            super(dropContext, DropError.LOGIN_REFUSED, shown);
            initCause(SftpExceptionTranslator.withoutMessage(cause));
        }
    }

    public static final class DropFolderMissingException extends DropException {

        private final DropFolder folder;

        DropFolderMissingException(DropContext dropContext, DropFolder folder) {
            super(dropContext, DropError.FOLDER_MISSING, folder.folderName());
            this.folder = folder;
        }

        private DropFolderMissingException(DropContext dropContext, DropFolder folder, Path root) {
            super(dropContext, DropError.FOLDER_LOST, folder.folderName(), root, root.resolve(folder.folderName()));
            this.folder = folder;
        }

        /** A folder of an account on the embedded server has vanished, below the root of the account. */
        public static DropFolderMissingException vanished(
                InsurerCode insurer, DropAddress address, DropFolder folder, Path root) {
            return new DropFolderMissingException(DropContext.ofAssociation(insurer, address), folder, root);
        }

        public DropFolder folder() {
            return folder;
        }
    }

    /** A folder has too many entries, or the server's listing does not end. */
    public static final class DropFolderTooLargeException extends DropException {

        DropFolderTooLargeException(DropContext dropContext, DropFolder folder) {
            super(dropContext, DropError.FOLDER_TOO_LARGE, folder.folderName());
        }
    }

    /** The server refused a request: no permission, no space, or unsupported. */
    public static final class DropRefusedException extends DropException {

        private final String doing;
        private final int status;

        DropRefusedException(DropContext dropContext, DropError error, ErrorMessage doing, SftpException answer) {
            super(dropContext, error, doing, answer.getStatus(), SftpExceptionTranslator.describe(answer));
            this.doing = doing.in(Locale.ROOT);
            this.status = answer.getStatus();
            initCause(SftpExceptionTranslator.withoutMessage(answer));
        }

        /** The request that failed, for example {@code listing upload/}. */
        public String doing() {
            return doing;
        }

        /** True if the server does not support the request, so that permissions are not the reason. */
        public boolean isUnsupported() {
            return isUnsupported(status);
        }

        static boolean isUnsupported(int status) {
            return status == SftpConstants.SSH_FX_OP_UNSUPPORTED || status == SftpConstants.SSH_FX_BAD_MESSAGE;
        }
    }

    /** Another file, with different content, has the name. Nothing in a drop is ever overwritten. */
    public static final class DropConflictException extends DropException {

        private final DropFolder folder;
        private final String name;

        DropConflictException(DropContext dropContext, DropFolder folder, String name, ErrorMessage whatToDo) {
            super(
                    dropContext,
                    DropError.OTHER_FILE_THERE,
                    folder.folderName() + "/" + SanitizedText.of(name),
                    whatToDo);
            this.folder = folder;
            this.name = name;
        }

        public DropFolder folder() {
            return folder;
        }

        /** The name that is taken. The insurer has chosen it, so do not use it in messages. */
        public String name() {
            return name;
        }
    }
}
