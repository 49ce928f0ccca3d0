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
import java.util.function.Consumer;
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
import jinbo.exchange.sftp.server.EmbeddedSftpServer.PortTakenException;
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

/**
 * Opens the drops of insurers: one session for all that a run does with an insurer. The embedded server is started when
 * the first drop on it is needed.
 */
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
     * Works with one session on an insurer's drop and closes it; the steps of jobs that run meanwhile find it with {@link #session}. It may
     * be the one that {@link #visitAndKeepOpen} has left.
     *
     * @throws jinbo.exchange.sftp.DropException if the drop cannot be reached or entered
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

    /**
     * Looks at an insurer's drop and disconnects, whoever works for the insurer meanwhile.
     *
     * @throws jinbo.exchange.sftp.DropException if the drop cannot be reached or entered
     * @throws InsurerException if another insurer has the same drop
     */
    public <T> T visit(Insurer insurer, Function<DropSession, T> work) {
        DropContext drop = dropOf(insurer);
        try {
            return sessions.getObject().use(drop, work);
        } finally {
            sessions.getObject().close(drop);
        }
    }

    /**
     * The same where the insurer is worked for later in the run, which goes on with the session. The run calls {@link #closeKeptSessions}
     * at its end.
     */
    public void visitAndKeepOpen(Insurer insurer, Consumer<DropSession> work) {
        sessions.getObject().use(dropOf(insurer), session -> {
            work.accept(session);
            return true;
        });
    }

    /** Closes the sessions that visits have left and nobody uses. */
    public void closeKeptSessions() {
        sessions.getObject().closeAll();
    }

    /**
     * Tries everything that the exchange needs of an insurer's drop, whoever works for the insurer meanwhile; a failure is an
     * answer. The server's clock is compared with the machine's, whatever time the exchange keeps.
     */
    public List<DropCheckResult> check(Insurer insurer, DropProbe probe) {
        return new DropCheck(sessions.getObject().client(), wayIn(insurer))
                .run(probe, sleeper, home.spool(), Clock.systemUTC(), neighboursOf(insurer));
    }

    /** The other insurers with servers of their own that have not left. */
    private List<InsurerDrop> neighboursOf(Insurer insurer) {
        return insurers.all().stream()
                .filter(other -> !other.code().equals(insurer.code())
                        && other.departure().isEmpty()
                        && other.drop() instanceof DropLocation.Remote)
                .map(this::wayIn)
                .toList();
    }

    private InsurerDrop wayIn(Insurer insurer) {
        return new InsurerDrop(
                insurer.code(), address(insurer), sessions.getObject().credentials(insurer.code()));
    }

    /** @throws IllegalStateException outside {@link #with} */
    public DropSession session(InsurerCode insurer) {
        return Optional.ofNullable(open.get(insurer))
                .orElseThrow(() -> new IllegalStateException("No session with the drop of " + insurer + " is open"));
    }

    /** The embedded server, started at any port if it does not run yet. */
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

    /**
     * Starts the embedded server for insurers: at the port that the setting names, or at any, where an insurer has its drop on it.
     *
     * @return empty if neither is so
     * @throws PortTakenException if that port is taken
     */
    public synchronized Optional<EmbeddedSftpServer> serveEmbedded() throws IOException {
        int port = settings.embedded().port();
        boolean wanted = port != ANY_PORT
                || insurers.all().stream()
                        .anyMatch(insurer -> insurer.drop() instanceof DropLocation.Embedded
                                && insurer.departure().isEmpty());
        if (wanted && embedded.isEmpty()) {
            embedded = Optional.of(start(port));
        }
        return embedded;
    }

    /**
     * The line by which OpenSSH knows the embedded server of {@code serve}.
     *
     * @throws IOException if the host key cannot be read, or, where there is none, written
     */
    public String knownHostsLine() throws IOException {
        KeyPair hostKey = SshKeyFile.readOrGenerate(keys.hostKeyFile());
        return EmbeddedSftpServer.knownHostsLine(settings.embedded().port(), new SshPublicKey(hostKey.getPublic()));
    }

    private EmbeddedSftpServer start(int port) throws IOException {
        return EmbeddedSftpServer.start(
                port, keys.hostKeyFile(), this::account, settings.embedded().limits());
    }

    /** Makes the folders of an insurer's account on the embedded server, unless they have been used and are gone. */
    public void prepareEmbedded(Insurer insurer) {
        folders.prepare(insurer.code());
    }

    @PreDestroy
    void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }

    /** Where files are exchanged with an insurer, with whom nobody shares that. */
    private DropContext dropOf(Insurer insurer) {
        List<InsurerCode> others = insurers.sharingDropOf(insurer);
        if (!others.isEmpty()) {
            throw new InsurerException(InsurerError.DROP_SHARED_SINCE_LONG, insurer.code(), others);
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

    /** One that has left is not let in any more; one that is suspended may fetch what lies there. */
    private DropAccount accountOf(Insurer insurer, DropLocation.Embedded drop) {
        Set<SshPublicKey> theirs = insurer.departure().isPresent()
                ? Set.of()
                : drop.authorizedKeys().stream().map(SshPublicKey::parse).collect(Collectors.toUnmodifiableSet());
        return new DropAccount(
                folders.root(insurer.code()),
                Set.of(new SshPublicKey(keys.ssh().getPublic())),
                theirs,
                !insurer.isActive());
    }
}
