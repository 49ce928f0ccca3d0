package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jinbo.drop.DropAddress;
import jinbo.drop.HostKeyPins;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An insurer's own SFTP server that lets every key in and has the faults that a test gives it. */
public final class FaultySftpServer implements AutoCloseable {

    /** What may be refused in a folder; reading is of a file. */
    public enum Deed {
        LIST,
        READ,
        CREATE,
        MOVE_THERE,
        DELETE
    }

    private final SshServer server;
    private final String fingerprint;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> hangsUpAt = Optional.empty();
    private volatile boolean changesWhatIsRead;
    private volatile Optional<Instant> tells = Optional.empty();

    private FaultySftpServer(SshServer server, String fingerprint) {
        this.server = server;
        this.fingerprint = fingerprint;
    }

    /**
     * Starts one on the loopback address.
     *
     * @param root the folder that a login starts in
     * @param change what is different about its SSH
     */
    public static FaultySftpServer over(Path root, Consumer<SshServer> change) {
        try {
            var hostKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            SshServer ssh = SshServer.setUpDefaultServer();
            var faulty = new FaultySftpServer(ssh, KeyUtils.getFingerPrint(hostKey.getPublic()));
            SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
            sftp.addSftpEventListener(faulty.new Faults());
            ssh.setHost("127.0.0.1");
            ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            ssh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            ssh.setPublickeyAuthenticator((user, key, session) -> true);
            ssh.setFileSystemFactory(new VirtualFileSystemFactory(root));
            ssh.setSubsystemFactories(List.of(sftp));
            change.accept(ssh);
            ssh.start();
            return faulty;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, and its host key. */
    public DropAddress address() {
        return new DropAddress("127.0.0.1", server.getPort(), "jinbo", HostKeyPins.of(fingerprint), "");
    }

    /** Refuses it, as for want of rights. */
    public FaultySftpServer refuses(Deed deed, String folderOrFile) {
        refused.add(deed + " " + folderOrFile);
        return this;
    }

    /** Ends the connection where it should do that. */
    public FaultySftpServer hangsUpAt(Deed deed, String folder) {
        hangsUpAt = Optional.of(deed + " " + folder);
        return this;
    }

    /** Gives other bytes back than it took, as many. */
    public FaultySftpServer changesWhatIsRead() {
        changesWhatIsRead = true;
        return this;
    }

    /** Has what it writes be of another time. */
    public FaultySftpServer hasTheTime(Instant time) {
        tells = Optional.of(time);
        return this;
    }

    /** Has no fault any more. */
    public void recovers() {
        refused.clear();
        hangsUpAt = Optional.empty();
        changesWhatIsRead = false;
        tells = Optional.empty();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void asked(ServerSession session, Deed deed, Path folderOrFile) throws IOException {
        String what = deed + " " + folderOrFile.getFileName();
        if (hangsUpAt.filter(what::equals).isPresent()) {
            session.close(true).await(Duration.ofSeconds(5));
        }
        if (refused.contains(what)) {
            throw new AccessDeniedException(folderOrFile.toString());
        }
    }

    /** Does what the library asks before it does something, and after. */
    private final class Faults implements SftpEventListener {

        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            if (handle instanceof DirectoryHandle folder) {
                asked(session, Deed.LIST, folder.getFile());
            } else if (handle instanceof FileHandle file) {
                if (file.getOpenOptions().contains(java.nio.file.StandardOpenOption.WRITE)) {
                    asked(session, Deed.CREATE, file.getFile().getParent());
                } else {
                    asked(session, Deed.READ, file.getFile());
                }
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            asked(session, Deed.MOVE_THERE, to.getParent());
        }

        @Override
        public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
            asked(session, Deed.DELETE, path.getParent());
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
                int readLength,
                Throwable thrown) {
            if (changesWhatIsRead && readLength > 0) {
                data[dataOffset + readLength / 2] ^= 1;
            }
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown)
                throws IOException {
            if (handle instanceof FileHandle && tells.isPresent() && Files.exists(handle.getFile())) {
                Files.setLastModifiedTime(handle.getFile(), FileTime.from(tells.get()));
            }
        }
    }
}
