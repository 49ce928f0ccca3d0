package jinbo.exchange.sftp;

import java.security.PublicKey;
import java.util.ArrayList;
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
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;

/**
 * What one connection has learned of a server so far, and by which host keys it lets it through. It travels with the connection
 * from before the first byte, so that no key exchange can run ahead of it.
 */
public final class Handshake {

    /** Asks the pins that came with the connection; a connection without any is refused. */
    static final ServerKeyVerifier PINNED = (session, address, key) ->
            of(session).map(handshake -> handshake.letsThrough(key)).orElse(false);

    private static final AttributeRepository.AttributeKey<Handshake> CONNECTION_KEY =
            new AttributeRepository.AttributeKey<>();

    /** @param fingerprint {@code SHA256:...} */
    public record Shown(String keyType, String fingerprint) {
        @Override
        public String toString() {
            return fingerprint + " (" + keyType + ")";
        }
    }

    private final HostKeyPins pins;
    private final Set<String> passedOver;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<KexProposalOption, String> agreed = new EnumMap<>(KexProposalOption.class);
    private volatile Optional<String> identification = Optional.empty();
    private volatile Optional<Map<KexProposalOption, String>> proposal = Optional.empty();
    private volatile boolean notStrict;
    private volatile Optional<Throwable> disagreement = Optional.empty();
    private volatile Optional<Shown> shown = Optional.empty();
    private volatile boolean pinned;
    private volatile List<String> methods = List.of();
    private volatile boolean asksForNewPassword;

    /** @param passedOver types of host keys that are not asked for, because this server's are not pinned */
    Handshake(HostKeyPins pins, Set<String> passedOver) {
        this.pins = pins;
        this.passedOver = Set.copyOf(passedOver);
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

    Set<String> passedOver() {
        return passedOver;
    }

    /** The first of what the server said before it named its version, or instead; the server's text. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What the server calls its program; the server's text. */
    public Optional<String> identification() {
        return identification;
    }

    /** Whether the server has offered a host key of another type, for one of our algorithms. */
    boolean offersKeyBeside(Set<String> types, List<String> ours) {
        String offered = proposal.flatMap(all -> Optional.ofNullable(all.get(KexProposalOption.SERVERKEYS)))
                .orElse("");
        return Stream.of(offered.split(","))
                .filter(ours::contains)
                .anyMatch(algorithm -> !types.contains(KeyUtils.getCanonicalKeyType(algorithm)));
    }

    public synchronized Optional<String> agreed(KexProposalOption what) {
        return Optional.ofNullable(agreed.get(what));
    }

    /** Which of these are used only because the server has nothing better. */
    public synchronized List<String> lastResorts() {
        return SshAlgorithms.lastResorts(agreed);
    }

    public boolean isNotStrict() {
        return notStrict;
    }

    /** Why no common algorithms were found, if so. */
    public Optional<Throwable> disagreement() {
        return disagreement;
    }

    /**
     * What no common algorithm was found for, with all that the server has of it: the library names the client's
     * first, which leave no room for the server's.
     */
    public String missingAlgorithms() {
        String cause = disagreement.map(SftpExceptionTranslator::describe).orElse("");
        return proposal.stream()
                .flatMap(server -> server.entrySet().stream())
                .filter(list -> cause.contains(list.getKey().getDescription()))
                .map(list -> list.getKey().getDescription() + ": " + AlgorithmNames.shown(list.getValue()))
                .findFirst()
                .orElse(cause);
    }

    /** The host key that was shown, pinned or not. */
    public Optional<Shown> shown() {
        return shown;
    }

    /** The host key that was shown and is not pinned. */
    Optional<Shown> refused() {
        return shown.filter(key -> !pinned);
    }

    /** By what the server lets in, as it said last: {@code publickey}, {@code password} and so on; the server's text. */
    public List<String> methods() {
        return methods;
    }

    public boolean asksForNewPassword() {
        return asksForNewPassword;
    }

    void recordLine(String line) {
        if (lines.size() < 3 && !lines.contains(line)) {
            lines.add(line);
        }
    }

    void identified(String version) {
        identification = Optional.of(version);
    }

    void offered(Map<KexProposalOption, String> server) {
        proposal = Optional.of(new EnumMap<>(server));
    }

    void recordNotStrict() {
        notStrict = true;
    }

    void recordNoCommonAlgorithm(Throwable why) {
        disagreement = Optional.of(why);
    }

    synchronized void agreedOn(Map<KexProposalOption, String> algorithms) {
        agreed.putAll(algorithms);
    }

    void recordAuthMethods(List<String> offered) {
        methods = new ArrayList<>(offered);
    }

    void recordNewPasswordRequest() {
        asksForNewPassword = true;
    }

    private boolean letsThrough(PublicKey key) {
        String fingerprint = new SshPublicKey(key).fingerprint();
        pinned = pins.allow(fingerprint);
        shown = Optional.of(new Shown(KeyUtils.getKeyType(key), fingerprint));
        return pinned;
    }

    /** The names of algorithms that a server has sent, fit for a message. */
    static final class AlgorithmNames {

        /** More than any server has of one kind. */
        private static final int MOST = 60;

        /** What a name may have (RFC 4251, section 6). */
        private static final int LONGEST = 64;

        private AlgorithmNames() {}

        /** All of a list with commas, without the markers in it that are no algorithms. */
        static String shown(String list) {
            List<String> names = Arrays.stream(list.split(","))
                    .filter(name -> !name.startsWith("kex-strict-") && !name.startsWith("ext-info-"))
                    .toList();
            Stream<String> shown = names.stream()
                    .limit(MOST)
                    .map(name -> SanitizedText.of(name.substring(0, Math.min(name.length(), LONGEST))));
            Stream<String> rest =
                    names.size() > MOST ? Stream.of("(and " + (names.size() - MOST) + " more)") : Stream.empty();
            return Stream.concat(shown, rest).collect(Collectors.joining(", "));
        }
    }
}
