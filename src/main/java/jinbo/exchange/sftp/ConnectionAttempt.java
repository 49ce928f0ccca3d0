package jinbo.exchange.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;

/** One attempt to get in to a drop, step by step; it says afterwards how far it came. */
public final class ConnectionAttempt {

    private final SshClient ssh;
    private final NameService names;
    private final DropTimeouts timeouts;
    private final DropContext dropContext;
    private final List<Handshake.Shown> refused = new ArrayList<>();
    private ConnectionStep step = ConnectionStep.NAME;
    private List<InetAddress> addresses = List.of();
    private Handshake handshake;
    private Optional<IOException> failure = Optional.empty();
    private boolean connected;
    private boolean timedOut;

    ConnectionAttempt(SshClient ssh, NameService names, DropTimeouts timeouts, DropContext dropContext) {
        this.ssh = ssh;
        this.names = names;
        this.timeouts = timeouts;
        this.dropContext = dropContext;
        this.handshake = new Handshake(dropContext.address().pins(), Set.of());
    }

    public ConnectionStep step() {
        return step;
    }

    /** What the library or the system said last, as it went wrong. */
    public Optional<Throwable> failure() {
        return failure.map(Function.identity());
    }

    public boolean isConnected() {
        return connected;
    }

    /** Whether the time that it was given had passed as it went wrong. */
    public boolean timedOut() {
        return timedOut;
    }

    public List<InetAddress> addresses() {
        return addresses;
    }

    public Handshake handshake() {
        return handshake;
    }

    /** The host keys that the server has shown and that are not pinned. */
    public List<Handshake.Shown> refused() {
        return List.copyOf(refused);
    }

    /**
     * Connects, verifies the host key, logs in, opens SFTP. A server may have host keys of several types: where the one that it
     * shows first is not pinned, it is asked for its others.
     *
     * @throws DropException if that fails
     */
    public RemoteFiles open(DropCredentials own) {
        lookUp();
        Set<String> passedOver = new LinkedHashSet<>();
        while (true) {
            handshake = new Handshake(dropContext.address().pins(), passedOver);
            step = ConnectionStep.PORT;
            ClientSession session = connect();
            try {
                logIn(session, own);
                step = ConnectionStep.SFTP;
                return new RemoteFiles(new StrictSftpClient(session, dropContext, timeouts.answer()));
            } catch (IOException e) {
                session.close(true);
                if (!hasAnotherKey(passedOver)) {
                    throw trouble(own, e);
                }
            } catch (RuntimeException e) {
                session.close(true);
                throw e;
            }
        }
    }

    private void lookUp() {
        try {
            addresses = new HostNameResolver(names, timeouts.connect())
                    .addressesOf(dropContext.address().host());
        } catch (IOException e) {
            failure = Optional.of(e);
            throw SftpExceptionTranslator.of(dropContext, ErrorMessage.of(DropError.LOOKING_UP_NAME), e);
        }
    }

    private ClientSession connect() {
        Duration each = timeouts.connect().dividedBy(addresses.size());
        for (InetAddress address : addresses) {
            try {
                ClientSession session = within(
                        each,
                        () -> ssh.connect(
                                        dropContext.address().user(),
                                        new InetSocketAddress(
                                                address, dropContext.address().port()),
                                        handshake.toAttributes(new MinimumThroughput(timeouts)),
                                        null)
                                .verify(each)
                                .getSession());
                connected = true;
                return session;
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
        throw SftpExceptionTranslator.of(dropContext, ErrorMessage.of(DropError.CONNECTING), failure.orElseThrow());
    }

    private void logIn(ClientSession session, DropCredentials own) throws IOException {
        own.keys().forEach(session::addPublicKeyIdentity);
        own.password().ifPresent(session::addPasswordIdentity);
        session.setUserInteraction(new PasswordInteraction(handshake, own.password()));
        try {
            within(timeouts.login(), () -> session.auth().verify(timeouts.login()));
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        } catch (IllegalStateException closedMeanwhile) {
            throw new SshException("the server ended the connection", closedMeanwhile);
        } finally {
            step = reached(session);
        }
    }

    /** Whether an exception was one of time is not to be seen by it: the library has several, and its own clock beside ours. */
    private <T> T within(Duration time, MinimumThroughput.Waiting<T> work) throws IOException {
        long begun = System.nanoTime();
        try {
            return work.done();
        } finally {
            timedOut = (System.nanoTime() - begun) * 10 >= time.toNanos() * 9;
        }
    }

    private ConnectionStep reached(ClientSession session) {
        if (handshake.identification().isEmpty()) {
            return ConnectionStep.PORT;
        }
        if (handshake.shown().isEmpty()) {
            return ConnectionStep.KEY_EXCHANGE;
        }
        if (handshake.refused().isPresent()) {
            return ConnectionStep.HOST_KEY;
        }
        return session.isAuthenticated() || session.getSessionId() != null
                ? ConnectionStep.LOGIN
                : ConnectionStep.KEY_EXCHANGE;
    }

    /** Whether the host key was refused and the server has offered one of a type that has not been asked for yet. */
    private boolean hasAnotherKey(Set<String> passedOver) {
        Optional<Handshake.Shown> key = handshake.refused();
        if (key.isEmpty() || !passedOver.add(key.get().keyType())) {
            return false;
        }
        refused.add(key.get());
        return handshake.offersKeyBeside(passedOver, NamedResource.getNameList(ssh.getSignatureFactories()));
    }

    private DropException trouble(DropCredentials own, IOException e) {
        if (!refused.isEmpty()
                && (handshake.refused().isPresent() || handshake.shown().isEmpty())) {
            step = ConnectionStep.HOST_KEY;
            return new HostKeyRefusedException(dropContext, refused());
        }
        if (handshake.isNotStrict()) {
            return KeyExchangeRefusedException.notStrict(dropContext, handshake);
        }
        if (handshake.disagreement().isPresent()) {
            return KeyExchangeRefusedException.nothingInCommon(dropContext, handshake);
        }
        if (step == ConnectionStep.SFTP) {
            return SftpExceptionTranslator.of(dropContext, ErrorMessage.of(DropError.OPENING_SFTP), e);
        }
        return saidNo(e)
                ? new DropLoginRefusedException(dropContext, own, e)
                : SftpExceptionTranslator.of(dropContext, ErrorMessage.of(DropError.LOGGING_IN), e);
    }

    /** The server has been asked and said no; some hang up then. */
    private boolean saidNo(IOException thrown) {
        return thrown instanceof SshException ended
                && ended.getDisconnectCode() > 0
                && !handshake.methods().isEmpty();
    }

    /** The steps of getting in to a drop, in their order. */
    public enum ConnectionStep {
        NAME,
        /** The port is open and an SSH server is behind it. */
        PORT,
        /** Algorithms are agreed on, strictly. */
        KEY_EXCHANGE,
        /** The server shows a key that is pinned. */
        HOST_KEY,
        LOGIN,
        SFTP
    }
}
