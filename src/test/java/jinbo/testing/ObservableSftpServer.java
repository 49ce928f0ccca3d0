package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An insurer's own SFTP server, which tells what a client does on it, step by step: before an answer leaves, whoever listens
 * has heard of it.
 */
public final class ObservableSftpServer implements AutoCloseable {

    private final SshServer server;
    private final String fingerprint;
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> listener = step -> {};

    private ObservableSftpServer(SshServer server, String fingerprint) {
        this.server = server;
        this.fingerprint = fingerprint;
    }

    /**
     * Starts one on the loopback address that lets every key in.
     *
     * @param root the folder that a login starts in
     */
    public static ObservableSftpServer over(Path root) {
        try {
            var hostKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            SshServer server = SshServer.setUpDefaultServer();
            ObservableSftpServer watched =
                    new ObservableSftpServer(server, KeyUtils.getFingerPrint(hostKey.getPublic()));
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            server.setPublickeyAuthenticator((user, key, session) -> true);
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
            sftp.addSftpEventListener(watched.new Watch());
            server.setSubsystemFactories(List.of(sftp));
            server.start();
            return watched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /** The fingerprints to pin. */
    public Set<String> hostKeys() {
        return Set.of(fingerprint);
    }

    /** Has each further step told to somebody; a step is a word and a path, for example {@code moved download/x.pgp}. */
    public void tell(Consumer<String> listener) {
        this.listener = listener;
    }

    /** The steps so far, and forgets them. */
    public List<String> takeSteps() {
        List<String> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(String step) {
        steps.add(step);
        listener.accept(step);
    }

    /** Hears of what the library is about to do, or has done and not yet answered. */
    private final class Watch implements SftpEventListener {

        @Override
        public void initialized(ServerSession session, int version) {
            step("initialized");
        }

        @Override
        public void received(ServerSession session, int type, int id) {
            step("received " + SftpConstants.getCommandMessageName(type));
        }

        @Override
        public void receivedExtension(ServerSession session, String extension, int id) {
            step("received " + extension);
        }

        @Override
        public void readingEntries(ServerSession session, String remoteHandle, DirectoryHandle directory) {
            step("listing " + shown(directory.getFile()));
        }

        @Override
        public void open(ServerSession session, String remoteHandle, Handle handle) {
            step("opened " + shown(handle.getFile()));
        }

        @Override
        public void read(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength,
                int read,
                Throwable thrown) {
            step("read " + shown(handle.getFile()) + (read < 0 ? " at its end" : " from " + offset));
        }

        @Override
        public void written(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength,
                Throwable thrown) {
            step("written " + shown(handle.getFile()) + " from " + offset);
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown) {
            step("closed " + shown(handle.getFile()));
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            step("moved " + shown(to));
        }

        @Override
        public void removed(ServerSession session, Path path, boolean isDirectory, Throwable thrown) {
            step("removed " + shown(path));
        }

        @Override
        public void linked(ServerSession session, Path link, Path existing, boolean symbolic, Throwable thrown) {
            step("linked " + shown(link));
        }
    }

    private static String shown(Path path) {
        return path.getNameCount() < 2
                ? String.valueOf(path.getFileName())
                : path.getName(path.getNameCount() - 2) + "/" + path.getFileName();
    }
}
