package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
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

    /** What a server may say or do otherwise than most. */
    public enum Oddity {
        /** A file itself has another time than in the listing. */
        OTHER_TIMES_OF_FILES,
        /** A file itself has another size than in the listing. */
        OTHER_SIZES_OF_FILES,
        /** Each listing gives another time. */
        CHANGING_TIMES_IN_LISTINGS,
        /** Listings give no times. */
        NO_TIMES_IN_LISTINGS,
        /** A file that is moved has the time at which it was moved, as where files are moved by copying them. */
        NEW_TIMES_OF_MOVED_FILES,
        /** Another file comes to lie where a file is moved to. */
        OTHER_CONTENT_OF_MOVED_FILES
    }

    private static final Instant ELSEWHEN = Instant.parse("2012-01-01T00:00:00Z");

    private final SshServer server;
    private final String fingerprint;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> disconnectsAt = Optional.empty();
    private final Set<Oddity> oddities = ConcurrentHashMap.newKeySet();
    private final AtomicInteger listed = new AtomicInteger();
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
            SftpSubsystemFactory sftp = faulty.new Answers();
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
    public FaultySftpServer disconnectsAt(Deed deed, String folder) {
        disconnectsAt = Optional.of(deed + " " + folder);
        return this;
    }

    /** Gives other bytes back than it took, as many. */
    public FaultySftpServer changesWhatIsRead() {
        changesWhatIsRead = true;
        return this;
    }

    /** Has what it writes be of another time. */
    public FaultySftpServer reportsModificationTime(Instant time) {
        tells = Optional.of(time);
        return this;
    }

    /** Is odd in these ways. */
    public FaultySftpServer is(Oddity... how) {
        oddities.addAll(Set.of(how));
        return this;
    }

    /** Has no fault any more. */
    public void recovers() {
        oddities.clear();
        refused.clear();
        disconnectsAt = Optional.empty();
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
        if (disconnectsAt.filter(what::equals).isPresent()) {
            session.close(true).await(Duration.ofSeconds(5));
        }
        if (refused.contains(what)) {
            throw new AccessDeniedException(folderOrFile.toString());
        }
    }

    /** What the library says of files, but for oddities. */
    private final class Answers extends SftpSubsystemFactory {

        @Override
        public Command createSubsystem(ChannelSession channel) {
            SftpSubsystem subsystem = new SftpSubsystem(channel, this) {
                private boolean lists;

                @Override
                protected Map<String, Object> doLStat(int id, String path, int flags) throws IOException {
                    Map<String, Object> said = new TreeMap<>(super.doLStat(id, path, flags));
                    if (oddities.contains(Oddity.OTHER_TIMES_OF_FILES)) {
                        said.put("lastModifiedTime", FileTime.from(ELSEWHEN));
                    }
                    if (oddities.contains(Oddity.OTHER_SIZES_OF_FILES)) {
                        said.put("size", 1L + ((Number) said.get("size")).longValue());
                    }
                    return said;
                }

                @Override
                protected void writeDirEntry(
                        int id,
                        DirectoryHandle folder,
                        Map<String, Path> entries,
                        Buffer buffer,
                        int index,
                        Path file,
                        String shortName,
                        LinkOption... options)
                        throws IOException {
                    lists = true;
                    super.writeDirEntry(id, folder, entries, buffer, index, file, shortName, options);
                    lists = false;
                }

                @Override
                protected NavigableMap<String, Object> resolveFileAttributes(
                        Path file, int flags, boolean neverFollow, LinkOption... options) throws IOException {
                    NavigableMap<String, Object> said =
                            new TreeMap<>(super.resolveFileAttributes(file, flags, neverFollow, options));
                    if (lists && oddities.contains(Oddity.CHANGING_TIMES_IN_LISTINGS)) {
                        said.put("lastModifiedTime", FileTime.from(ELSEWHEN.plusSeconds(listed.incrementAndGet())));
                    }
                    if (lists && oddities.contains(Oddity.NO_TIMES_IN_LISTINGS)) {
                        said.keySet().removeAll(Set.of("lastModifiedTime", "lastAccessTime"));
                    }
                    return said;
                }
            };
            getRegisteredListeners().forEach(subsystem::addSftpEventListener);
            return subsystem;
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
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
                throws IOException {
            if (oddities.contains(Oddity.OTHER_CONTENT_OF_MOVED_FILES)
                    && to.getParent().endsWith("archive")) {
                Files.write(to, "x".repeat((int) Files.size(to)).getBytes(StandardCharsets.US_ASCII));
            }
            if (oddities.contains(Oddity.NEW_TIMES_OF_MOVED_FILES)) {
                Files.setLastModifiedTime(to, FileTime.from(ELSEWHEN.plusSeconds(listed.incrementAndGet())));
            }
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
