package jinbo.batch;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.exchange.sftp.Sleeper;
import jinbo.exchange.sftp.check.DropCheck;
import jinbo.exchange.sftp.check.DropCheck.InsurerDrop;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.exchange.sftp.check.DropProbe;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens the drops of insurers. The embedded server starts when a drop on it is first needed. */
@Component
@EnableConfigurationProperties(DropSettings.class)
public class Drops {

    private static final int ANY_PORT = 0;

    private final Home home;
    private final AssociationKeys keys;
    private final Insurers insurers;
    private final DropSettings settings;
    private final ObjectProvider<DropSessions> sessions;
    private final EmbeddedFolders folders;
    private final Sleeper sleeper;
    private final Map<InsurerCode, DropSession> open = new ConcurrentHashMap<>();
    private Optional<EmbeddedSftpServer> embedded = Optional.empty();

    Drops(
            Home home,
            AssociationKeys keys,
            Insurers insurers,
            DropSettings settings,
            ObjectProvider<DropSessions> sessions,
            EmbeddedFolders folders,
            Sleeper sleeper) {
        this.home = home;
        this.keys = keys;
        this.insurers = insurers;
        this.settings = settings;
        this.sessions = sessions;
        this.folders = folders;
        this.sleeper = sleeper;
    }

    /**
     * Runs work with a session on an insurer's drop and closes it. Meanwhile, {@link #session} returns the same
     * session.
     *
     * @throws jinbo.exchange.sftp.DropException if the drop cannot be reached or refuses the login
     * @throws InsurerException if another insurer has the same drop
     */
    public <T> T with(Insurer insurer, Function<DropSession, T> work) {
        return visit(insurer, session -> {
            open.put(insurer.code(), session);
            try {
                return work.apply(session);
            } finally {
                open.remove(insurer.code());
            }
        });
    }

    /** Like {@link #with}, for work without a lease: {@link #session} does not find this session. */
    public <T> T visit(Insurer insurer, Function<DropSession, T> work) {
        return sessions.getObject().use(dropOf(insurer), work);
    }

    /** Checks a drop without a lease; failures are results. The server's clock is compared with this machine's. */
    public List<DropCheckResult> check(Insurer insurer, DropProbe probe) {
        return new DropCheck(sessions.getObject().client(), insurerDrop(insurer))
                .run(probe, sleeper, home.spool(), Clock.systemUTC(), otherDrops(insurer));
    }

    private List<InsurerDrop> otherDrops(Insurer insurer) {
        return insurers.all().stream()
                .filter(other -> !other.code().equals(insurer.code())
                        && other.departure().isEmpty()
                        && other.drop() instanceof DropLocation.Remote)
                .map(this::insurerDrop)
                .toList();
    }

    private InsurerDrop insurerDrop(Insurer insurer) {
        return new InsurerDrop(
                insurer.code(), address(insurer), sessions.getObject().credentials(insurer.code()));
    }

    /** @throws IllegalStateException outside {@link #with} */
    public DropSession session(InsurerCode insurer) {
        return Optional.ofNullable(open.get(insurer))
                .orElseThrow(() -> new IllegalStateException("No session with the drop of " + insurer + " is open"));
    }

    /** Returns the embedded SFTP server; starts it on a free port if it is not running. */
    public synchronized EmbeddedSftpServer embeddedServer() {
        if (embedded.isEmpty()) {
            try {
                embedded = Optional.of(start(ANY_PORT));
            } catch (IOException e) {
                throw new HomeException(BatchError.SFTP_SERVER_NOT_STARTED, keys.hostKeyFile()).causedBy(e);
            }
        }
        return embedded.get();
    }

    /** Starts the embedded server; empty if no port is configured and no insurer's drop is on it. */
    public synchronized Optional<EmbeddedSftpServer> serveEmbedded() throws IOException {
        int port = settings.embedded().port();
        boolean isNeeded = port != ANY_PORT
                || insurers.all().stream()
                        .anyMatch(insurer -> insurer.drop() instanceof DropLocation.Embedded
                                && insurer.departure().isEmpty());
        if (isNeeded && embedded.isEmpty()) {
            embedded = Optional.of(start(port));
        }
        return embedded;
    }

    /** Returns the line for an insurer's {@code known_hosts} file. Generates the host key if it is missing. */
    public String knownHostsLine() throws IOException {
        KeyPair hostKey = new SshKeyFile(keys.hostKeyFile()).readOrGenerate();
        return EmbeddedSftpServer.knownHostsLine(settings.embedded().port(), new SshPublicKey(hostKey.getPublic()));
    }

    private EmbeddedSftpServer start(int port) throws IOException {
        return EmbeddedSftpServer.start(
                port, keys.hostKeyFile(), this::account, settings.embedded().limits());
    }

    /** Creates the missing folders of an insurer's drop on the embedded server, unless files were exchanged before. */
    public void prepareEmbedded(Insurer insurer) {
        folders.prepare(insurer.code());
    }

    @PreDestroy
    void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }

    private DropContext dropOf(Insurer insurer) {
        List<InsurerCode> others = insurers.sharingDropOf(insurer);
        if (!others.isEmpty()) {
            throw new InsurerException(InsurerError.DROP_ALREADY_SHARED, insurer.code(), others);
        }
        return DropContext.ofAssociation(insurer.code(), address(insurer));
    }

    private DropAddress address(Insurer insurer) {
        if (insurer.drop() instanceof DropLocation.Remote remote) {
            return DropAddress.parse(remote.url(), new HostKeyPins(remote.hostKeys()));
        }
        prepareEmbedded(insurer);
        DropAddress address = embeddedServer().addressOf(insurer.code().value());
        folders.vanished(insurer).stream().findFirst().ifPresent(folder -> {
            throw DropFolderMissingException.vanished(insurer.code(), address, folder, folders.root(insurer.code()));
        });
        return address;
    }

    private Optional<DropAccount> account(String user) {
        return Optional.of(user)
                .filter(InsurerCode::isCode)
                .flatMap(code -> insurers.find(new InsurerCode(code)))
                .filter(insurer -> insurer.drop() instanceof DropLocation.Embedded)
                .map(insurer -> accountOf(insurer, (DropLocation.Embedded) insurer.drop()));
    }

    /** An insurer that has left has no keys; a suspended one may only read. */
    private DropAccount accountOf(Insurer insurer, DropLocation.Embedded drop) {
        Set<SshPublicKey> authorizedKeys = insurer.departure().isPresent()
                ? Set.of()
                : drop.authorizedKeys().stream().map(SshPublicKey::parse).collect(Collectors.toUnmodifiableSet());
        return new DropAccount(
                folders.root(insurer.code()),
                Set.of(new SshPublicKey(keys.ssh().getPublic())),
                authorizedKeys,
                !insurer.isActive());
    }
}
