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
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.DropException.KeyExchangeRefusedException;
import jinbo.exchange.sftp.HostNameResolver.NameService;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;
import org.jspecify.annotations.Nullable;

/** One attempt to connect to a drop, step by step; records which step it has reached and what the server has said. */
public final class ConnectionAttempt {

    private final SshClient ssh;
    private final NameService names;
    private final DropTimeouts timeouts;
    private final DropContext dropContext;
    private final List<Handshake.ShownKey> refused = new ArrayList<>();
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

    public Optional<Throwable> failure() {
        return failure.map(Function.identity());
    }

    public boolean isConnected() {
        return connected;
    }

    /** True if the failed step had used up its time. */
    public boolean timedOut() {
        return timedOut;
    }

    public List<InetAddress> addresses() {
        return addresses;
    }

    public Handshake handshake() {
        return handshake;
    }

    public List<Handshake.ShownKey> refused() {
        return List.copyOf(refused);
    }

    /** Opens the drop. If the host key is not pinned, connects again and asks for host keys of other types. */
    public RemoteFiles open(DropCredentials own) {
        lookUp();
        Set<String> refusedTypes = new LinkedHashSet<>();
        while (true) {
            handshake = new Handshake(dropContext.address().pins(), refusedTypes);
            step = ConnectionStep.PORT;
            try {
                return open(connect(), own);
            } catch (IOException e) {
                if (!hasOtherKeyType(refusedTypes)) {
                    throw toDropException(own, e);
                }
            }
        }
    }

    private RemoteFiles open(ClientSession session, DropCredentials own) throws IOException {
        try {
            logIn(session, own);
            step = ConnectionStep.SFTP;
            return new RemoteFiles(new StrictSftpClient(session, dropContext, timeouts.answer()));
        } catch (IOException | RuntimeException e) {
            session.close(true);
            throw e;
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

    private ClientSession connect() throws IOException {
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
        // If the key exchange fails at once, or a host key is refused, the library may only say that it cannot connect.
        if (handshake.disagreement().isPresent() || handshake.refused().isPresent() || handshake.isNotStrict()) {
            connected = true;
            step = ConnectionStep.KEY_EXCHANGE;
            throw failure.orElseThrow();
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

    /** Measures the time, because the type of an exception does not show whether a step timed out. */
    private <T> T within(Duration time, MinimumThroughput.IoSupplier<T> work) throws IOException {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            timedOut = (System.nanoTime() - start) * 10 >= time.toNanos() * 9;
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

    /** True if the host key was refused and the server offers a key of another type. */
    private boolean hasOtherKeyType(Set<String> refusedTypes) {
        Optional<Handshake.ShownKey> key = handshake.refused();
        if (key.isEmpty() || !refusedTypes.add(key.get().keyType())) {
            return false;
        }
        refused.add(key.get());
        return handshake.offersKeyTypeBeside(refusedTypes, NamedResource.getNameList(ssh.getSignatureFactories()));
    }

    private DropException toDropException(DropCredentials own, IOException e) {
        if (!refused.isEmpty()
                && (handshake.refused().isPresent() || handshake.shown().isEmpty())) {
            step = ConnectionStep.HOST_KEY;
            return new HostKeyRefusedException(dropContext, refused());
        }
        if (handshake.isNotStrict()) {
            return KeyExchangeRefusedException.notStrict(dropContext, handshake);
        }
        if (handshake.disagreement().isPresent()) {
            return KeyExchangeRefusedException.noCommonAlgorithms(dropContext, handshake);
        }
        if (step == ConnectionStep.SFTP) {
            return SftpExceptionTranslator.of(dropContext, ErrorMessage.of(DropError.OPENING_SFTP), e);
        }
        // A server that refuses a login may disconnect.
        boolean loginRefused = e instanceof SshException ended
                && ended.getDisconnectCode() > 0
                && !handshake.methods().isEmpty();
        return loginRefused
                ? new DropLoginRefusedException(dropContext, own, e)
                : SftpExceptionTranslator.of(dropContext, ErrorMessage.of(DropError.LOGGING_IN), e);
    }

    /** The steps in order. The names are also steps of the drop check. */
    public enum ConnectionStep {
        NAME,
        PORT,
        KEY_EXCHANGE,
        HOST_KEY,
        LOGIN,
        SFTP
    }

    /** Answers keyboard-interactive login (RFC 4256): one prompt without echo gets the password, once. */
    private static final class PasswordInteraction implements UserInteraction {

        private final Handshake handshake;
        private Optional<String> password;

        PasswordInteraction(Handshake handshake, Optional<String> password) {
            this.handshake = handshake;
            this.password = password;
        }

        @Override
        public synchronized String @Nullable [] interactive(
                ClientSession session,
                String name,
                String instruction,
                String language,
                String[] prompts,
                boolean[] echo) {
            // The client has already sent the password if the method "password" is offered; a second attempt may lock
            // the account.
            boolean shownBefore = handshake.methods().contains("password");
            if (prompts.length != 1 || echo[0] || password.isEmpty() || shownBefore) {
                return null;
            }
            String answer = password.get();
            password = Optional.empty();
            return new String[] {answer};
        }

        @Override
        public @Nullable String getUpdatedPassword(ClientSession session, String prompt, String language) {
            handshake.recordNewPasswordRequest();
            return null;
        }
    }
}
