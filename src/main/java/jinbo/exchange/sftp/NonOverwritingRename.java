package jinbo.exchange.sftp;

import java.io.IOException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Gives one file on a drop another name that nobody has taken.
 *
 * <p>The way that never overwrites is the rename of SFTP version 3, which must fail where the new name exists
 * (draft-ietf-secsh-filexfer-02, section 6.5): OpenSSH makes a hard link and removes the old name, so even a file that comes
 * after our look stays. A server that does not let us have it, as with {@code internal-sftp -P rename}, may still offer
 * {@code posix-rename@openssh.com} (OpenSSH, PROTOCOL, section 4.3), which overwrites: it is used only in folders in which
 * nobody but the association writes, one process at a time, and only after a look that found the name free.
 */
record NonOverwritingRename(SftpClient sftp) {

    void move(String path, DropFolder to, String newPath) throws IOException {
        try {
            sftp.rename(path, newPath);
        } catch (SftpException refused) {
            if (!to.isWrittenByAssociationOnly()
                    || !isDenied(refused)
                    || isThere(newPath)
                    || !overwriting().isSupported()) {
                throw refused;
            }
            overwriting().posixRename(path, newPath);
        }
    }

    private OpenSSHPosixRenameExtension overwriting() {
        return sftp.getExtension(OpenSSHPosixRenameExtension.class);
    }

    /** Not merely failed: a name that is taken is a failure, and so is a full disk. */
    private static boolean isDenied(SftpException refused) {
        return refused.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                || refused.getStatus() == SftpConstants.SSH_FX_OP_UNSUPPORTED;
    }

    /** Also when the server does not say. */
    private boolean isThere(String path) {
        try {
            sftp.lstat(path);
            return true;
        } catch (IOException e) {
            return !SftpExceptionTranslator.isMissing(e);
        }
    }
}
