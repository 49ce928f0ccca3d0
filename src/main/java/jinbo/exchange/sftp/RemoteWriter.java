package jinbo.exchange.sftp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.apache.sshd.sftp.client.impl.SftpOutputStreamAsync;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Writes a new file on a drop, and makes it durable if the server can. */
public record RemoteWriter(
        SftpClient sftp,
        SftpClient.CloseableHandle handle,
        SftpOutputStreamAsync out,
        Function<IOException, DropException> translator)
        implements AutoCloseable {

    /** Some servers, such as npm's {@code ssh2}, accept exclusive creation only together with truncation. */
    private static final Set<SftpClient.OpenMode> NEW_FILE = EnumSet.of(
            SftpClient.OpenMode.Write,
            SftpClient.OpenMode.Create,
            SftpClient.OpenMode.Truncate,
            SftpClient.OpenMode.Exclusive);

    static RemoteWriter create(SftpClient sftp, String path, Function<IOException, DropException> translator)
            throws IOException {
        SftpClient.CloseableHandle handle = sftp.open(path, NEW_FILE);
        SftpOutputStreamAsync out =
                new SftpOutputStreamAsync((AbstractSftpClient) sftp, RemoteFiles.REQUEST_SIZE, path, handle, false);
        return new RemoteWriter(sftp, handle, out, translator);
    }

    public void write(byte[] buffer, int length) {
        try {
            // The library may wait for the server here, too.
            MinimumThroughput.of(sftp.getClientSession()).waitFor(() -> {
                out.write(buffer, 0, length);
                return length;
            });
        } catch (IOException e) {
            throw translator.apply(e);
        }
    }

    /** Waits until the server has acknowledged every byte, and returns the size that it reports. */
    public long finish() {
        try {
            return MinimumThroughput.of(sftp.getClientSession()).waitFor(() -> {
                out.close();
                sync();
                return sftp.stat(handle).getSize();
            });
        } catch (IOException e) {
            throw translator.apply(e);
        }
    }

    /** Ignores a refusal: a server may announce fsync although its disk does not support it. */
    private void sync() throws IOException {
        OpenSSHFsyncExtension fsync = sftp.getExtension(OpenSSHFsyncExtension.class);
        if (fsync == null || !fsync.isSupported()) {
            return;
        }
        try {
            fsync.fsync(handle);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_OP_UNSUPPORTED) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } catch (IOException e) {
            throw translator.apply(e);
        }
    }
}
