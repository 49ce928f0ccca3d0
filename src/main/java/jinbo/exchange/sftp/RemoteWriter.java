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

/** Writes a new file on a drop, and has the server put it on its disk where it offers that. */
public final class RemoteWriter implements AutoCloseable {

    private static final int REQUEST = 32 * 1024;

    /**
     * Of a new file. Exclusive creation fails where the name is taken, and does not follow a link that lies under it;
     * truncating a file that is new takes nothing away. Both together are what {@code fopen} calls "wx", and servers
     * that look the flags up among those of {@code fopen}, as those made with npm's {@code ssh2} do, refuse exclusive
     * creation alone.
     */
    private static final Set<SftpClient.OpenMode> NEW_FILE = EnumSet.of(
            SftpClient.OpenMode.Write,
            SftpClient.OpenMode.Create,
            SftpClient.OpenMode.Truncate,
            SftpClient.OpenMode.Exclusive);

    private final SftpClient sftp;
    private final SftpClient.CloseableHandle handle;
    private final SftpOutputStreamAsync out;
    private final Function<IOException, DropException> trouble;

    private RemoteWriter(
            SftpClient sftp,
            SftpClient.CloseableHandle handle,
            SftpOutputStreamAsync out,
            Function<IOException, DropException> trouble) {
        this.sftp = sftp;
        this.handle = handle;
        this.out = out;
        this.trouble = trouble;
    }

    /** Creates a file that must not exist. */
    static RemoteWriter create(SftpClient sftp, String path, Function<IOException, DropException> trouble)
            throws IOException {
        SftpClient.CloseableHandle handle = sftp.open(path, NEW_FILE);
        SftpOutputStreamAsync out = new SftpOutputStreamAsync((AbstractSftpClient) sftp, REQUEST, path, handle, false);
        return new RemoteWriter(sftp, handle, out, trouble);
    }

    public void write(byte[] buffer, int length) {
        try {
            // the library waits here, too, until bytes have left
            MinimumThroughput.of(sftp.getClientSession()).waitFor(() -> {
                out.write(buffer, 0, length);
                return length;
            });
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }

    /** Waits until the server has acknowledged every byte; returns the size that it then sees. */
    public long finish() {
        try {
            return MinimumThroughput.of(sftp.getClientSession()).waitFor(() -> {
                out.close();
                sync();
                return sftp.stat(handle).getSize();
            });
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }

    /** Servers announce what the disk under them may not be able to do; that it failed is another matter. */
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
            throw trouble.apply(e);
        }
    }
}
