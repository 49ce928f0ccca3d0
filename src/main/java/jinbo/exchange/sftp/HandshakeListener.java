package jinbo.exchange.sftp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.platform.ssh.StrictKeyExchange;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.jspecify.annotations.Nullable;

/** Has each connection of a client remember what its server says, and refuses one that offers no strict key exchange. */
final class HandshakeListener implements SessionListener {

    @Override
    public void sessionPeerIdentificationLine(Session session, String line, @Nullable List<String> before) {
        Handshake.of(session).ifPresent(handshake -> handshake.recordLine(line));
    }

    @Override
    public void sessionPeerIdentificationReceived(Session session, String version, @Nullable List<String> before) {
        Handshake.of(session).ifPresent(handshake -> handshake.identified(version));
    }

    @Override
    public void sessionNegotiationOptionsCreated(Session session, Map<KexProposalOption, String> ours) {
        Handshake.of(session)
                .filter(handshake -> !handshake.passedOver().isEmpty())
                .ifPresent(handshake -> ours.computeIfPresent(
                        KexProposalOption.SERVERKEYS, (option, algorithms) -> without(handshake, algorithms)));
    }

    @Override
    public void sessionNegotiationStart(
            Session session, Map<KexProposalOption, String> client, Map<KexProposalOption, String> server) {
        if (session.getSessionId() != null) {
            return;
        }
        Handshake.of(session).ifPresent(handshake -> handshake.offered(server));
        if (!StrictKeyExchange.isOfferedBy(server)) {
            Handshake.of(session).ifPresent(Handshake::recordNotStrict);
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
        Optional<Throwable> why = Optional.ofNullable(failure);
        Handshake.of(session)
                .ifPresent(handshake ->
                        why.ifPresentOrElse(handshake::recordNoCommonAlgorithm, () -> handshake.agreedOn(agreed)));
    }

    private static String without(Handshake handshake, String algorithms) {
        return Arrays.stream(algorithms.split(","))
                .filter(algorithm -> !handshake.passedOver().contains(KeyUtils.getCanonicalKeyType(algorithm)))
                .collect(Collectors.joining(","));
    }
}
