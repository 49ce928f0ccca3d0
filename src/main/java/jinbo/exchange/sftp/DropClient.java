package jinbo.exchange.sftp;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jinbo.participant.insurer.InsurerCode;
import org.apache.sshd.client.SshClient;

/** Opens sessions on insurers' drops. One for the whole program is enough; threads may share it. */
public final class DropClient implements AutoCloseable {

    private final SshClient ssh;
    private final DropCredentials credentials;
    private final DropTimeouts timeouts;
    private final NameService names;

    /**
     * @param credentials what is shown to every drop that has none of its own
     * @param timeouts how long a drop may keep us waiting
     */
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
        return new DropSession(connectAndLogIn(new DropContext(insurer, address, DropContext.Reader.ASSOCIATION), own));
    }

    /**
     * The insurer's own way in to its drop, with the insurer's credentials.
     *
     * @throws DropException as {@link #open(InsurerCode, DropAddress)}
     */
    public InsurerDropSession openAsInsurer(InsurerCode insurer, DropAddress address) {
        return new InsurerDropSession(
                connectAndLogIn(new DropContext(insurer, address, DropContext.Reader.INSURER), credentials));
    }

    /**
     * Tries everything that the exchange needs of a drop, step by step. Small files of our own come and go in it meanwhile,
     * under names that both sides pass over.
     *
     * @param own as {@link #open(InsurerCode, DropAddress, DropCredentials)}
     * @param probe goes there and back at the end
     * @param sleeper between two looks at a file of our own in {@code upload/}
     * @param scratch a folder of this machine in which the probe lies meanwhile
     * @param clock this machine's, to which the server's is compared
     * @param neighbours other insurers, whose drops must be others
     * @return an entry for each {@link DropCheckStep}, in their order
     */
    public List<DropCheckResult> check(
            InsurerCode insurer,
            DropAddress address,
            DropCredentials own,
            DropProbe probe,
            Sleeper sleeper,
            Path scratch,
            Clock clock,
            List<OtherInsurerDrop> neighbours) {
        DropContext dropContext = new DropContext(insurer, address, DropContext.Reader.ASSOCIATION);
        String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new DropCheck(new ConnectionAttempt(ssh, names, timeouts, dropContext), dropContext, own, timeouts)
                .run(
                        new SessionCheck(
                                probe,
                                new UploadStabilityCheck(sleeper, UploadStabilityCheck.MIN_INTERVAL),
                                scratch,
                                clock,
                                mark),
                        new SharedDropCheck(neighbours, this::connectAndLogIn, mark));
    }

    /** The same where no other insurers are known. */
    public List<DropCheckResult> check(
            InsurerCode insurer,
            DropAddress address,
            DropCredentials own,
            DropProbe probe,
            Sleeper sleeper,
            Path scratch,
            Clock clock) {
        return check(insurer, address, own, probe, sleeper, scratch, clock, List.of());
    }

    private RemoteFiles connectAndLogIn(OtherInsurerDrop neighbour) {
        return connectAndLogIn(
                new DropContext(neighbour.insurer(), neighbour.address(), DropContext.Reader.ASSOCIATION),
                neighbour.own());
    }

    private RemoteFiles connectAndLogIn(DropContext dropContext, DropCredentials own) {
        return new ConnectionAttempt(ssh, names, timeouts, dropContext).open(own);
    }

    @Override
    public void close() {
        ssh.stop();
    }
}
