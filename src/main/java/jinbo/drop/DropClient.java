package jinbo.drop;

import java.io.IOException;
import jinbo.insurer.InsurerCode;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpErrorDataHandler;
import org.apache.sshd.sftp.client.SftpVersionSelector;

/** Opens sessions on insurers' drops. One for the whole program is enough; threads may share it. */
public final class DropClient implements AutoCloseable {

    /**
     * The version that every server speaks. Its rename must fail where the new name exists (draft-ietf-secsh-filexfer-02,
     * section 6.5), and its times are whole seconds; with one version all drops behave alike.
     */
    private static final SftpVersionSelector VERSION_3 = SftpVersionSelector.fixedVersionSelector(3);

    private final SshClient ssh;
    private final DropCredentials credentials;
    private final DropTimeouts timeouts;

    /**
     * @param credentials what is shown to every drop that has none of its own
     * @param timeouts how long a drop may keep us waiting
     */
    public DropClient(DropCredentials credentials, DropTimeouts timeouts) {
        this.credentials = credentials;
        this.timeouts = timeouts;
        this.ssh = SealedOffSsh.client(timeouts);
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
        return new DropSession(connectAndLogIn(insurer, address, own));
    }

    /**
     * The insurer's own way in to its drop, with the insurer's credentials.
     *
     * @throws DropException as {@link #open(InsurerCode, DropAddress)}
     */
    public InsurerDropSession openAsInsurer(InsurerCode insurer, DropAddress address) {
        return new InsurerDropSession(connectAndLogIn(insurer, address, credentials));
    }

    private RemoteFiles connectAndLogIn(InsurerCode insurer, DropAddress address, DropCredentials own) {
        Party party = new Party(insurer, address);
        PinnedServerKey pins = new PinnedServerKey(address.pins());
        ClientSession session = connect(party, pins);
        try {
            logIn(party, pins, session, own);
            SftpClient sftp =
                    SftpClientFactory.instance().createSftpClient(session, VERSION_3, SftpErrorDataHandler.EMPTY);
            return new RemoteFiles(party, session, sftp);
        } catch (IOException e) {
            session.close(true);
            throw Trouble.of(party, "opening SFTP", e);
        } catch (RuntimeException e) {
            session.close(true);
            throw e;
        }
    }

    @Override
    public void close() {
        ssh.stop();
    }

    private ClientSession connect(Party party, PinnedServerKey pins) {
        DropAddress address = party.address();
        AttributeRepository context = AttributeRepository.ofKeyValuePair(PinnedServerKey.OF_CONNECTION, pins);
        try {
            return ssh.connect(address.user(), address.host(), address.port(), context, null)
                    .verify(timeouts.connect())
                    .getSession();
        } catch (IOException e) {
            throw Trouble.of(party, "connecting", e);
        }
    }

    private void logIn(Party party, PinnedServerKey pins, ClientSession session, DropCredentials own) {
        own.keys().forEach(session::addPublicKeyIdentity);
        own.password().ifPresent(session::addPasswordIdentity);
        try {
            session.auth().verify(timeouts.login());
        } catch (IOException e) {
            throw pins.refused()
                    .<DropException>map(
                            offered -> new HostKeyRefusedException(party, offered.keyType(), offered.fingerprint()))
                    .orElseGet(() -> notLetIn(e)
                            ? new DropLoginRefusedException(party, own, e)
                            : Trouble.of(party, "logging in", e));
        }
    }

    private static boolean notLetIn(IOException thrown) {
        return thrown instanceof SshException refused
                && refused.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }
}
