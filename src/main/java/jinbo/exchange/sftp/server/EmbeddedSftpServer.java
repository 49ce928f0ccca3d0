package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.exchange.sftp.server.DropAccount.DropAccounts;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.error.ErrorType;
import jinbo.platform.ssh.SshAlgorithms;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.platform.ssh.StrictKeyExchange;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server in this process, on the loopback address, with a drop for each insurer that has no server of its own.
 *
 * <p>It supports SFTP only: no shell, commands, scp, forwarding or passwords. It requires strict key exchange.
 */
public final class EmbeddedSftpServer implements AutoCloseable {

    /** Concurrent sessions of an insurer, without those of the association. */
    static final int SESSIONS_OF_AN_INSURER = 16;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int OPEN_FILES = 64;

    /** Several, because a client may offer several keys, each of them twice. */
    private static final int MAX_AUTH_REQUESTS = 12;

    private final SshServer server;
    private final SshPublicKey hostKey;

    private EmbeddedSftpServer(SshServer server, SshPublicKey hostKey) {
        this.server = server;
        this.hostKey = hostKey;
    }

    /** Starts the server on a port (0 for any free port); generates the host key if its file is missing. */
    public static EmbeddedSftpServer start(int port, Path hostKeyFile, DropAccounts accounts) throws IOException {
        return start(port, hostKeyFile, accounts, ServerLimits.DEFAULT);
    }

    public static EmbeddedSftpServer start(int port, Path hostKeyFile, DropAccounts accounts, ServerLimits limits)
            throws IOException {
        return start(port, hostKeyFile, accounts, limits, new JailedFileSystemAccessor());
    }

    static EmbeddedSftpServer start(
            int port, Path hostKeyFile, DropAccounts accounts, ServerLimits limits, JailedFileSystemAccessor files)
            throws IOException {
        KeyPair hostKey = new SshKeyFile(hostKeyFile).readOrGenerate();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        AccountAccessControl access = new AccountAccessControl(accounts, limits);
        server.setPublickeyAuthenticator(access);
        server.addSessionListener(access);
        ConnectionLimit connections = new ConnectionLimit(limits);
        server.addSessionListener(connections);
        server.setSessionDisconnectHandler(connections);
        SshAlgorithms.applyTo(server);
        server.addSessionListener(new StrictKeyExchange());
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setAgentFactory(null);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        server.setFileSystemFactory(new AccountFileSystemFactory(accounts));
        SftpSubsystemFactory sftp =
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(files).build();
        sftp.addSftpEventListener(access);
        server.setSubsystemFactories(List.of(sftp));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.login());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idle());
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MAX_AUTH_REQUESTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSIONS_OF_AN_INSURER);
        // the library refuses a channel once more than this are open
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, SESSIONS_OF_AN_INSURER - 1);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, OPEN_FILES);
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
        // Does not offer posix-rename, so that a client's rename cannot overwrite a file.
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "fsync@openssh.com=1,limits@openssh.com=1");
        try {
            server.start();
        } catch (BindException e) {
            throw new PortTakenException(LOOPBACK, port, e);
        }
        return new EmbeddedSftpServer(server, new SshPublicKey(hostKey.getPublic()));
    }

    public int port() {
        return server.getPort();
    }

    public String socket() {
        return LOOPBACK + ":" + port();
    }

    /**
     * The line for OpenSSH's {@code known_hosts}; {@code ssh-keyscan} cannot get it, because it has no strict key
     * exchange. Port 0 means any port.
     */
    public static String knownHostsLine(int port, SshPublicKey hostKey) {
        String host = port == 22 ? LOOPBACK : "[" + LOOPBACK + "]:" + (port == 0 ? "*" : port);
        return host + " " + hostKey.line("");
    }

    public String fingerprint() {
        return hostKey.fingerprint();
    }

    public DropAddress addressOf(String user) {
        return new DropAddress(LOOPBACK, port(), user, HostKeyPins.of(fingerprint()), "");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** Uses the folder of an account as the root of its file system; never creates that folder. */
    record AccountFileSystemFactory(DropAccounts accounts) implements FileSystemFactory {

        @Override
        public Path getUserHomeDir(SessionContext session) throws IOException {
            return account(session).root();
        }

        @Override
        public FileSystem createFileSystem(SessionContext session) throws IOException {
            DropAccount account = account(session);
            return new RootedFileSystemProvider().newFileSystem(account.root(), Map.of());
        }

        private DropAccount account(SessionContext session) throws IOException {
            return accounts.find(session.getUsername())
                    .orElseThrow(() -> new IOException("The account no longer exists"));
        }
    }

    public static final class PortTakenException extends IOException implements Coded {

        private final transient ErrorMessage message;

        PortTakenException(String address, int port, IOException cause) {
            this(ErrorMessage.of(SftpServerError.PORT_TAKEN, port, address), cause);
        }

        private PortTakenException(ErrorMessage message, IOException cause) {
            super(message.in(Locale.ROOT), cause);
            this.message = message;
        }

        @Override
        public ErrorMessage errorMessage() {
            return message;
        }
    }

    enum SftpServerError implements ErrorCode {
        PORT_TAKEN;

        @Override
        public ErrorType type() {
            return new ErrorType(name(), 503);
        }
    }

    /** {@code connections} limits unauthenticated connections and, separately, sessions of insurers. */
    public record ServerLimits(
            Duration login, Duration idle, int connections, int connectionsOfAnAddress, int refusedKeys) {

        static final Duration REFUSED_WITHIN = Duration.ofMinutes(1);

        public static final ServerLimits DEFAULT =
                new ServerLimits(Duration.ofSeconds(30), Duration.ofMinutes(5), 256, 128, 100);

        public ServerLimits {
            if (login.isNegative() || login.isZero() || idle.isNegative() || idle.isZero()) {
                throw new IllegalArgumentException("A time-out of the embedded server must be longer than zero");
            }
            if (connections < 1 || connectionsOfAnAddress < 1 || refusedKeys < 1) {
                throw new IllegalArgumentException("A limit of the embedded server must be 1 or more");
            }
        }
    }
}
