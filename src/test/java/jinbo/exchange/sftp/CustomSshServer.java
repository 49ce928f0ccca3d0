package jinbo.exchange.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/** A foreign SSH server on the loopback address: old, unusual or hostile. */
final class CustomSshServer implements AutoCloseable {

    static final KeyPair ED25519 = key(KeyPairProvider.SSH_ED25519, 256);
    static final KeyPair ECDSA = key("ecdsa-sha2-nistp256", 256);

    private final SshServer ssh;

    private CustomSshServer(SshServer ssh) {
        this.ssh = ssh;
    }

    /**
     * Starts one that lets every key in.
     *
     * @param change what is different about it
     */
    static CustomSshServer with(Consumer<SshServer> change) throws IOException {
        SshServer ssh = SshServer.setUpDefaultServer();
        ssh.setHost("127.0.0.1");
        ssh.setKeyPairProvider(KeyPairProvider.wrap(ED25519));
        ssh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        ssh.setPublickeyAuthenticator((user, key, session) -> true);
        change.accept(ssh);
        ssh.start();
        return new CustomSshServer(ssh);
    }

    static CustomSshServer speaking(SubsystemFactory sftp) throws IOException {
        return with(ssh -> ssh.setSubsystemFactories(List.of(sftp)));
    }

    /** Removes strict key exchange, as before the end of 2023. */
    static void old(SshServer ssh) {
        ssh.setSessionFactory(new SessionFactory(ssh) {
            @Override
            protected ServerSessionImpl doCreateSession(IoSession line) throws Exception {
                return new ServerSessionImpl(getServer(), line) {
                    @Override
                    protected Map<KexProposalOption, String> doStrictKexProposal(
                            Map<KexProposalOption, String> proposal) {
                        return proposal;
                    }
                };
            }
        });
    }

    DropAddress address(KeyPair... pinned) {
        return new DropAddress("127.0.0.1", ssh.getPort(), "jinbo", pins(pinned), "");
    }

    static HostKeyPins pins(KeyPair... pinned) {
        return HostKeyPins.of(Stream.of(pinned)
                .map(pair -> new SshPublicKey(pair.getPublic()).fingerprint())
                .toArray(String[]::new));
    }

    int port() {
        return ssh.getPort();
    }

    @Override
    public void close() throws IOException {
        ssh.stop(true);
    }

    private static KeyPair key(String type, int bits) {
        try {
            return KeyUtils.generateKeyPair(type, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
