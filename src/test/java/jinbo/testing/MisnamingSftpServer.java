package jinbo.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.platform.files.Sha256;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * An insurer's own SFTP server that calls the files in {@code upload/} and {@code archive/} whatever a test wants, gives each
 * out under that name, and calls everything a file if it is told to. On its disk they have names that every file system takes.
 */
public final class MisnamingSftpServer implements AutoCloseable {

    private static final Set<String> MISNAMED = Set.of("upload", "archive");

    private final Path root;
    private final SshServer ssh;
    private final String fingerprint;
    private final Map<String, byte[]> namesOfOnesOnDisk = new ConcurrentHashMap<>();
    private final Set<Path> calledFiles = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private MisnamingSftpServer(Path root, SshServer ssh, String fingerprint) {
        this.root = root;
        this.ssh = ssh;
        this.fingerprint = fingerprint;
    }

    /**
     * Starts one on the loopback address that lets every key in.
     *
     * @param root the folder that holds the three folders
     */
    public static MisnamingSftpServer over(Path root) throws IOException {
        try {
            var hostKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            SshServer ssh = SshServer.setUpDefaultServer();
            var server = new MisnamingSftpServer(root, ssh, KeyUtils.getFingerPrint(hostKey.getPublic()));
            SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
            sftp.setFileSystemAccessor(server.new Names());
            ssh.setHost("127.0.0.1");
            ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            ssh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            ssh.setPublickeyAuthenticator((user, key, session) -> true);
            ssh.setSubsystemFactories(List.of(sftp));
            ssh.start();
            return server;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, and its host key. */
    public DropAddress address() {
        return new DropAddress("127.0.0.1", ssh.getPort(), "jinbo", HostKeyPins.of(fingerprint), "");
    }

    /** Where something that lies in a folder under a name, as these bytes, is on the disk. */
    public Path onDisk(String folder, byte[] name) {
        String plain = plain(new String(name, StandardCharsets.UTF_8));
        namesOfOnesOnDisk.put(plain, name.clone());
        return root.resolve(folder).resolve(plain);
    }

    /** Has something that is no file be called one, of so many bytes as it says. */
    public void reportAsFile(Path onDisk) {
        calledFiles.add(onDisk.toAbsolutePath().normalize());
    }

    /** The paths that a client has named so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        try {
            ssh.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String name) {
        try {
            return Sha256.of(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the one name in the place of the other, both ways. */
    private final class Names implements SftpFileSystemAccessor {

        @Override
        public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath)
                throws IOException {
            asked.add(remotePath);
            int slash = remotePath.indexOf('/');
            if (slash > 0 && MISNAMED.contains(remotePath.substring(0, slash))) {
                String name = remotePath.substring(slash + 1);
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                namesOfOnesOnDisk.putIfAbsent(plain(name), bytes);
                return root.resolve(remotePath.substring(0, slash)).resolve(plain(name));
            }
            return root.resolve(remotePath);
        }

        @Override
        public void putRemoteFileName(
                SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName) {
            byte[] told = namesOfOnesOnDisk.get(name);
            if (told == null || !shortName) {
                buffer.putString(name);
            } else {
                buffer.putBytes(told);
            }
        }

        @Override
        public NavigableMap<String, Object> resolveReportedFileAttributes(
                SftpSubsystemProxy subsystem,
                Path file,
                int flags,
                NavigableMap<String, Object> attributes,
                LinkOption... options) {
            if (calledFiles.contains(file.toAbsolutePath().normalize()) && Files.exists(file)) {
                attributes.put(IoUtils.REGFILE_VIEW_ATTR, true);
                attributes.put(IoUtils.DIRECTORY_VIEW_ATTR, false);
                attributes.put(IoUtils.SYMLINK_VIEW_ATTR, false);
            }
            return attributes;
        }
    }
}
