package jinbo.exchange.sftp;

import java.io.IOException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Renames a file on a drop and never overwrites.
 *
 * <p>The rename of SFTP version 3 must fail if the new name exists (draft-ietf-secsh-filexfer-02, section 6.5); OpenSSH uses a hard link
 * for it. A server that denies it, as with {@code internal-sftp -P rename}, may offer {@code posix-rename@openssh.com} (OpenSSH,
 * PROTOCOL, section 4.3), which overwrites. It is used only after a check that the name is free, in folders where only one process of
 * the association writes.
 */
record NonOverwritingRename(SftpClient sftp) {

    void move(String path, DropFolder to, String newPath) throws IOException {
        try {
            sftp.rename(path, newPath);
        } catch (SftpException refused) {
            if (!to.isWrittenByAssociationOnly()
                    || !isDenied(refused)
                    || mayExist(newPath)
                    || !posixRename().isSupported()) {
                throw refused;
            }
            posixRename().posixRename(path, newPath);
        }
    }

    private OpenSSHPosixRenameExtension posixRename() {
        return sftp.getExtension(OpenSSHPosixRenameExtension.class);
    }

    /** False for a mere failure, which can mean that the name is taken or the disk is full. */
    private static boolean isDenied(SftpException refused) {
        return refused.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                || refused.getStatus() == SftpConstants.SSH_FX_OP_UNSUPPORTED;
    }

    private boolean mayExist(String path) {
        try {
            sftp.lstat(path);
            return true;
        } catch (IOException e) {
            return !SftpExceptionTranslator.isMissing(e);
        }
    }
}
