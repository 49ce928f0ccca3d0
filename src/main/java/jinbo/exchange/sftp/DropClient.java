package jinbo.exchange.sftp;

import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.HostNameResolver.NameService;
import jinbo.participant.insurer.InsurerCode;
import org.apache.sshd.client.SshClient;

/** Opens sessions on insurers' drops. Thread-safe; one instance serves the whole program. */
public final class DropClient implements AutoCloseable {

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
        this.ssh = IsolatedSshClientFactory.client(timeouts);
        ssh.start();
    }

    /**
     * Connects, verifies the host key and logs in.
     *
     * @throws HostKeyRefusedException before the client has sent any credentials
     */
    public DropSession open(InsurerCode insurer, DropAddress address) {
        return open(insurer, address, credentials);
    }

    public DropSession open(InsurerCode insurer, DropAddress address, DropCredentials own) {
        return new DropSession(
                attempt(DropContext.ofAssociation(insurer, address)).open(own));
    }

    /** Opens the drop from the insurer's side. */
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
}
