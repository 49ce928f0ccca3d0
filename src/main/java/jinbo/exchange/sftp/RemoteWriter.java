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
public final class RemoteWriter implements AutoCloseable {

    /**
     * Exclusive creation fails if the name is taken and does not follow a link. Servers that map the flags to those of {@code fopen}, such
     * as npm's {@code ssh2}, only accept it together with truncation ("wx").
     */
    private static final Set<SftpClient.OpenMode> NEW_FILE = EnumSet.of(
            SftpClient.OpenMode.Write,
            SftpClient.OpenMode.Create,
            SftpClient.OpenMode.Truncate,
            SftpClient.OpenMode.Exclusive);

    private final SftpClient sftp;
    private final SftpClient.CloseableHandle handle;
    private final SftpOutputStreamAsync out;
    private final Function<IOException, DropException> translator;

    private RemoteWriter(
            SftpClient sftp,
            SftpClient.CloseableHandle handle,
            SftpOutputStreamAsync out,
            Function<IOException, DropException> translator) {
        this.sftp = sftp;
        this.handle = handle;
        this.out = out;
        this.translator = translator;
    }

    static RemoteWriter create(SftpClient sftp, String path, Function<IOException, DropException> translator)
            throws IOException {
        SftpClient.CloseableHandle handle = sftp.open(path, NEW_FILE);
        SftpOutputStreamAsync out =
                new SftpOutputStreamAsync((AbstractSftpClient) sftp, RemoteFiles.REQUEST_SIZE, path, handle, false);
        return new RemoteWriter(sftp, handle, out, translator);
    }

    public void write(byte[] buffer, int length) {
        try {
            // The library may block here, too.
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

    /** A server may announce fsync although its disk does not support it. */
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
