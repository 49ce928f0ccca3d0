package jinbo.exchange.sftp;

import java.util.List;
import jinbo.exchange.sftp.HostNameResolver.NameService;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.ssh.SshAlgorithms;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.PropertyResolverUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;

/** Opens sessions on insurers' drops. Thread-safe; one instance serves the whole program. */
public final class DropClient implements AutoCloseable {

    private static final int HEARTBEATS_PER_IDLE_TIMEOUT = 4;

    private final SshClient ssh;
    private final DropCredentials credentials;
    private final DropTimeouts timeouts;
    private final NameService names;

    /** @param credentials the default credentials for drops without their own */
    public DropClient(DropCredentials credentials, DropTimeouts timeouts) {
        this(credentials, timeouts, NameService.SYSTEM);
    }

    DropClient(DropCredentials credentials, DropTimeouts timeouts, NameService names) {
        this.credentials = credentials;
        this.timeouts = timeouts;
        this.names = names;
        this.ssh = isolatedSshClient(timeouts);
        ssh.start();
    }

    /** Verifies the host key before it sends any credentials. */
    public DropSession open(InsurerCode insurer, DropAddress address) {
        return open(insurer, address, credentials);
    }

    public DropSession open(InsurerCode insurer, DropAddress address, DropCredentials own) {
        return new DropSession(
                attempt(DropContext.ofAssociation(insurer, address)).open(own));
    }

    public InsurerDropSession openAsInsurer(InsurerCode insurer, DropAddress address) {
        return new InsurerDropSession(attempt(new DropContext(insurer, address, DropContext.Reader.INSURER))
                .open(credentials));
    }

    public ConnectionAttempt attempt(DropContext dropContext) {
        return new ConnectionAttempt(ssh, names, timeouts, dropContext);
    }

    public DropTimeouts timeouts() {
        return timeouts;
    }

    @Override
    public void close() {
        ssh.stop();
    }

    /** Uses neither the SSH agent nor {@code ~/.ssh} of the operating system user. */
    static SshClient isolatedSshClient(DropTimeouts timeouts) {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        ssh.setAgentFactory(null);
        ssh.setServerKeyVerifier(Handshake.PINNED);
        ssh.addSessionListener(new Handshake.Listener());
        ssh.setServiceFactories(List.of(Handshake.UserAuthService.FACTORY, ClientConnectionServiceFactory.INSTANCE));
        ssh.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        // ConnectionAttempt answers prompts; the library would guess from the words whether to send a password.
        PropertyResolverUtils.updateProperty(ssh, UserInteraction.AUTO_DETECT_PASSWORD_PROMPT, false);
        SshAlgorithms.applyTo(ssh);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(ssh, timeouts.connect());
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, timeouts.login());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(ssh, timeouts.login());
        // The library waits this long for each answer, too. Each piece of a file has its own answer, so a slow transfer
        // may take longer.
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, timeouts.answer());
        AbstractSftpClient.SFTP_CLIENT_CMD_TIMEOUT.set(ssh, timeouts.answer());
        // Heartbeats keep an idle session open. Their replies would queue behind transferred megabytes, so the client
        // expects none.
        CoreModuleProperties.HEARTBEAT_REQUEST.set(ssh, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, timeouts.answer().dividedBy(HEARTBEATS_PER_IDLE_TIMEOUT));
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(ssh, 0);
        return ssh;
    }
}
