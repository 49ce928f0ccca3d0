package jinbo.exchange.sftp;

import jinbo.participant.insurer.InsurerCode;
import org.apache.sshd.client.SshClient;

/** Opens sessions on insurers' drops. One for the whole program is enough; threads may share it. */
public final class DropClient implements AutoCloseable {

    private final SshClient ssh;
    private final DropCredentials credentials;
    private final DropTimeouts timeouts;
    private final NameService names;

    /** @param credentials what is shown to every drop that has none of its own */
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
     * Connects, verifies the host key, logs in.
     *
     * @throws DropException if that fails; {@link HostKeyRefusedException} before anything of ours was sent
     */
    public DropSession open(InsurerCode insurer, DropAddress address) {
        return open(insurer, address, credentials);
    }

    /** The same with credentials of this drop's own. */
    public DropSession open(InsurerCode insurer, DropAddress address, DropCredentials own) {
        return new DropSession(
                attempt(DropContext.ofAssociation(insurer, address)).open(own));
    }

    /** The insurer's own way in to its drop, with the insurer's credentials. */
    public InsurerDropSession openAsInsurer(InsurerCode insurer, DropAddress address) {
        return new InsurerDropSession(attempt(new DropContext(insurer, address, DropContext.Reader.INSURER))
                .open(credentials));
    }

    /** An attempt to get in to a drop, which says afterwards how far it came. */
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
