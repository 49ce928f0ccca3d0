package jinbo.exchange.sftp;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.ssh.SshAlgorithms;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.platform.ssh.StrictKeyExchange;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What one connection accepts from a server, and what it learns about the server before the login. */
public final class Handshake {

    /** Verifies a host key against the pins of the connection. Refuses a connection without pins. */
    static final ServerKeyVerifier PINNED = (session, address, key) ->
            of(session).map(handshake -> handshake.acceptsHostKey(key)).orElse(false);

    private static final AttributeRepository.AttributeKey<Handshake> CONNECTION_KEY =
            new AttributeRepository.AttributeKey<>();

    private static final int MAX_NAMES = 60;

    /** The longest name of an algorithm (RFC 4251, section 6). */
    private static final int MAX_NAME_LENGTH = 64;

    public record ShownKey(String keyType, String fingerprint) {
        @Override
        public String toString() {
            return fingerprint + " (" + keyType + ")";
        }
    }

    private final HostKeyPins pins;
    private final Set<String> refusedTypes;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<KexProposalOption, String> agreed = new EnumMap<>(KexProposalOption.class);
    private volatile Optional<String> identification = Optional.empty();
    private volatile Optional<Map<KexProposalOption, String>> proposal = Optional.empty();
    private volatile boolean notStrict;
    private volatile Optional<Throwable> disagreement = Optional.empty();
    private volatile Optional<ShownKey> shown = Optional.empty();
    private volatile boolean pinned;
    private volatile List<String> methods = List.of();
    private volatile boolean asksForNewPassword;

    /** @param refusedTypes types of host keys that the client does not request, because the server's are not pinned */
    Handshake(HostKeyPins pins, Set<String> refusedTypes) {
        this.pins = pins;
        this.refusedTypes = Set.copyOf(refusedTypes);
    }

    static Optional<Handshake> of(Session session) {
        return Optional.of(session)
                .filter(ClientSession.class::isInstance)
                .flatMap(client -> Optional.ofNullable(((ClientSession) client).getConnectionContext()))
                .flatMap(context -> Optional.ofNullable(context.getAttribute(CONNECTION_KEY)));
    }

    AttributeRepository toAttributes(MinimumThroughput throughput) {
        return throughput.with(Map.of(CONNECTION_KEY, this));
    }

    /** The first lines that the server sent before its identification (RFC 4253, section 4.2). */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    public Optional<String> identification() {
        return identification;
    }

    /** True if the server offers a host key of a type that is not among {@code types} and that we support. */
    boolean offersKeyTypeBeside(Set<String> types, List<String> supported) {
        String offered = proposal.flatMap(all -> Optional.ofNullable(all.get(KexProposalOption.SERVERKEYS)))
                .orElse("");
        return Stream.of(offered.split(","))
                .filter(supported::contains)
                .anyMatch(algorithm -> !types.contains(KeyUtils.getCanonicalKeyType(algorithm)));
    }

    public synchronized Optional<String> agreed(KexProposalOption what) {
        return Optional.ofNullable(agreed.get(what));
    }

    /** The agreed algorithms that are used only because the server has nothing better. */
    public synchronized List<String> lastResorts() {
        return SshAlgorithms.lastResorts(agreed);
    }

    public boolean isNotStrict() {
        return notStrict;
    }

    public Optional<Throwable> disagreement() {
        return disagreement;
    }

    /** The kind of algorithm for which there is no common one, and everything that the server offers of it. */
    public String missingAlgorithms() {
        String cause = disagreement.map(SftpExceptionTranslator::describe).orElse("");
        return proposal.stream()
                .flatMap(server -> server.entrySet().stream())
                .filter(list -> cause.contains(list.getKey().getDescription()))
                .map(list -> list.getKey().getDescription() + ": " + algorithmNames(list.getValue()))
                .findFirst()
                .orElse(cause);
    }

    public Optional<ShownKey> shown() {
        return shown;
    }

    /** The host key that was shown and is not pinned. */
    Optional<ShownKey> refused() {
        return shown.filter(key -> !pinned);
    }

    /** The login methods that the server has offered last, such as {@code publickey}, in the server's words. */
    public List<String> methods() {
        return methods;
    }

    public boolean asksForNewPassword() {
        return asksForNewPassword;
    }

    private void recordLine(String line) {
        if (lines.size() < 3 && !lines.contains(line)) {
            lines.add(line);
        }
    }

    private synchronized void agreedOn(Map<KexProposalOption, String> algorithms) {
        agreed.putAll(algorithms);
    }

    void recordNewPasswordRequest() {
        asksForNewPassword = true;
    }

    private boolean acceptsHostKey(PublicKey key) {
        String fingerprint = new SshPublicKey(key).fingerprint();
        pinned = pins.allow(fingerprint);
        shown = Optional.of(new ShownKey(KeyUtils.getKeyType(key), fingerprint));
        return pinned;
    }

    /** Sanitizes a server's comma-separated list of algorithms and removes pseudo-algorithms from it. */
    static String algorithmNames(String list) {
        List<String> names = Arrays.stream(list.split(","))
                .filter(name -> !name.startsWith("kex-strict-") && !name.startsWith("ext-info-"))
                .toList();
        Stream<String> shown = names.stream()
                .limit(MAX_NAMES)
                .map(name -> SanitizedText.of(name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH))));
        Stream<String> rest =
                names.size() > MAX_NAMES ? Stream.of("(and " + (names.size() - MAX_NAMES) + " more)") : Stream.empty();
        return Stream.concat(shown, rest).collect(Collectors.joining(", "));
    }

    /** Records the login methods that a server offers (RFC 4252, section 5.1). */
    static final class UserAuthService extends ClientUserAuthService {

        static final ClientUserAuthServiceFactory FACTORY = new ClientUserAuthServiceFactory() {
            @Override
            public Service create(Session session) {
                return new UserAuthService(session);
            }
        };

        private UserAuthService(Session session) {
            super(session);
        }

        @Override
        protected void processUserAuth(int command, Buffer buffer, AuthFuture future) throws Exception {
            if (command == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
                int position = buffer.rpos();
                String[] methods = buffer.getString().split(",");
                buffer.rpos(position);
                of(getSession()).ifPresent(handshake -> handshake.methods = List.of(methods));
            }
            super.processUserAuth(command, buffer, future);
        }
    }

    /** Records the facts about a server, and refuses a server without strict key exchange. */
    static final class Listener implements SessionListener {

        @Override
        public void sessionPeerIdentificationLine(Session session, String line, @Nullable List<String> before) {
            of(session).ifPresent(handshake -> handshake.recordLine(line));
        }

        @Override
        public void sessionPeerIdentificationReceived(Session session, String version, @Nullable List<String> before) {
            of(session).ifPresent(handshake -> handshake.identification = Optional.of(version));
        }

        @Override
        public void sessionNegotiationOptionsCreated(Session session, Map<KexProposalOption, String> proposal) {
            of(session)
                    .filter(handshake -> !handshake.refusedTypes.isEmpty())
                    .ifPresent(handshake -> proposal.computeIfPresent(
                            KexProposalOption.SERVERKEYS, (option, algorithms) -> without(handshake, algorithms)));
        }

        @Override
        public void sessionNegotiationStart(
                Session session, Map<KexProposalOption, String> client, Map<KexProposalOption, String> server) {
            if (session.getSessionId() != null) {
                return;
            }
            of(session).ifPresent(handshake -> handshake.proposal = Optional.of(new EnumMap<>(server)));
            if (!StrictKeyExchange.isOfferedBy(server)) {
                of(session).ifPresent(handshake -> handshake.notStrict = true);
                StrictKeyExchange.refuse(session);
            }
        }

        @Override
        public void sessionNegotiationEnd(
                Session session,
                Map<KexProposalOption, String> client,
                Map<KexProposalOption, String> server,
                Map<KexProposalOption, String> agreed,
                @Nullable Throwable failure) {
            of(session).ifPresent(handshake -> {
                if (failure == null) {
                    handshake.agreedOn(agreed);
                } else {
                    handshake.disagreement = Optional.of(failure);
                }
            });
        }

        private static String without(Handshake handshake, String algorithms) {
            return Arrays.stream(algorithms.split(","))
                    .filter(algorithm -> !handshake.refusedTypes.contains(KeyUtils.getCanonicalKeyType(algorithm)))
                    .collect(Collectors.joining(","));
        }
    }
}
