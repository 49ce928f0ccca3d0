package jinbo.story.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.testing.NetworkFault;
import jinbo.testing.TcpProxy;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Servers of insurers' own: each has an account on one of the same make, and a line to it that can be down. */
final class InsurerServers implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final VirtualFileSystemFactory folders = new VirtualFileSystemFactory();
    private final Map<String, TcpProxy> lines = new TreeMap<>();
    private final HostKeyPins pins;

    InsurerServers() {
        try {
            var hostKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            pins = HostKeyPins.of(KeyUtils.getFingerPrint(hostKey.getPublic()));
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            // the library's first choice takes up to a second for each login
            server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                    true, List.of(BuiltinDHFactories.curve25519), ServerBuilder.DH2KEX));
            server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            server.setPublickeyAuthenticator((user, key, session) -> lines.containsKey(user));
            server.setFileSystemFactory(folders);
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another one, over a folder. */
    DropAddress add(String insurer, Path root) {
        TcpProxy line = TcpProxy.to(server.getPort());
        folders.setUserHomeDir(insurer, root);
        lines.put(insurer, line);
        return new DropAddress("127.0.0.1", line.port(), insurer, pins, "");
    }

    void goDown(String insurer) {
        lines.get(insurer).goDown(NetworkFault.Kind.RESET);
    }

    void comeBack(String insurer) {
        lines.get(insurer).heal();
    }

    @Override
    public void close() {
        lines.values().forEach(TcpProxy::close);
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
