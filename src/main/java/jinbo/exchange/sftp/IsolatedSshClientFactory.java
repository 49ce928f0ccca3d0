package jinbo.exchange.sftp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.platform.ssh.SshAlgorithms;
import jinbo.platform.ssh.StrictKeyExchange;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.PropertyResolverUtils;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.jspecify.annotations.Nullable;

/** Creates SSH clients that ignore the operating system user: no agent, and no keys, configuration or known hosts of {@code ~/.ssh}. */
final class IsolatedSshClientFactory {

    private static final int HEARTBEATS_PER_IDLE_TIMEOUT = 4;

    private IsolatedSshClientFactory() {}

    static SshClient client(DropTimeouts timeouts) {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        ssh.setAgentFactory(null);
        ssh.setServerKeyVerifier(Handshake.PINNED);
        ssh.addSessionListener(new HandshakeListener());
        ssh.setServiceFactories(List.of(RecordingUserAuthService.FACTORY, ClientConnectionServiceFactory.INSTANCE));
        ssh.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        // PasswordInteraction answers, instead of the library's guess by the words of the prompt.
        PropertyResolverUtils.updateProperty(ssh, UserInteraction.AUTO_DETECT_PASSWORD_PROMPT, false);
        SshAlgorithms.applyTo(ssh);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(ssh, timeouts.connect());
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, timeouts.login());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(ssh, timeouts.login());
        // The library also waits this long for each answer. Each piece of a file has its own answer, so a slow transfer
        // may
        // take longer.
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, timeouts.answer());
        AbstractSftpClient.SFTP_CLIENT_CMD_TIMEOUT.set(ssh, timeouts.answer());
        // Heartbeats keep an idle session open. Their replies would queue behind transferred megabytes, so the client
        // expects
        // none.
        CoreModuleProperties.HEARTBEAT_REQUEST.set(ssh, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, timeouts.answer().dividedBy(HEARTBEATS_PER_IDLE_TIMEOUT));
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(ssh, 0);
        return ssh;
    }

    /** Records the login methods that a server offers (RFC 4252, section 5.1). */
    static final class RecordingUserAuthService extends ClientUserAuthService {

        static final ClientUserAuthServiceFactory FACTORY = new ClientUserAuthServiceFactory() {
            @Override
            public Service create(Session session) {
                return new RecordingUserAuthService(session);
            }
        };

        private RecordingUserAuthService(Session session) {
            super(session);
        }

        @Override
        protected void processUserAuth(int command, Buffer buffer, AuthFuture future) throws Exception {
            if (command == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
                int position = buffer.rpos();
                String[] methods = buffer.getString().split(",");
                buffer.rpos(position);
                Handshake.of(getSession()).ifPresent(handshake -> handshake.recordAuthMethods(Arrays.asList(methods)));
            }
            super.processUserAuth(command, buffer, future);
        }
    }

    /** Records the facts about a server, and refuses a server without strict key exchange. */
    static final class HandshakeListener implements SessionListener {

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
                    .filter(handshake -> !handshake.refusedTypes().isEmpty())
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
                    .filter(algorithm -> !handshake.refusedTypes().contains(KeyUtils.getCanonicalKeyType(algorithm)))
                    .collect(Collectors.joining(","));
        }
    }
}
