package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Consumer;
import jinbo.exchange.sftp.ConnectionAttempt.ConnectionStep;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.DropException.KeyExchangeRefusedException;
import jinbo.exchange.sftp.HostNameResolver.NameService;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.io.IoConnectFuture;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.io.IoServiceFactoryFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a busy machine the SSH library may notice that it has connected only when the session has already failed, and then
 * says only that it could not connect.
 */
class LateConnectNoticeIT {

    @TempDir
    private Path home;

    private SshClient ssh;

    @BeforeEach
    void noticeConnectionsAfterTheirEnd() {
        ssh = DropClient.isolatedSshClient(TestDrop.SHORT);
        ssh.setIoServiceFactoryFactory(late(IoServiceFactoryFactory.class, new Nio2ServiceFactoryFactory()));
        ssh.start();
    }

    @AfterEach
    void stop() {
        ssh.stop();
    }

    @Test
    void aHostKeyThatIsNotPinnedIsNamed() throws IOException {
        KeyPair other = new SshKeyFile(home.resolve("other")).generate();

        refuses(server -> {}, other, HostKeyRefusedException.class, ConnectionStep.HOST_KEY);
    }

    @Test
    void aServerWithoutACommonAlgorithmIsNamed() throws IOException {
        refuses(
                server -> server.setCipherFactories(List.of(BuiltinCiphers.aes256cbc)),
                CustomSshServer.ED25519,
                KeyExchangeRefusedException.class,
                ConnectionStep.KEY_EXCHANGE);
    }

    @Test
    void aServerThatIsNotStrictIsNamed() throws IOException {
        refuses(
                CustomSshServer::old,
                CustomSshServer.ED25519,
                KeyExchangeRefusedException.class,
                ConnectionStep.KEY_EXCHANGE);
    }

    private void refuses(Consumer<SshServer> change, KeyPair pinned, Class<?> refusal, ConnectionStep step)
            throws IOException {
        try (CustomSshServer server = CustomSshServer.with(change)) {
            ConnectionAttempt attempt = new ConnectionAttempt(
                    ssh,
                    NameService.SYSTEM,
                    TestDrop.SHORT,
                    DropContext.ofAssociation(TestDrop.YUNHE, server.address(pinned)));

            assertThatThrownBy(
                            () -> attempt.open(DropCredentials.ofKey(new SshKeyFile(home.resolve("own")).generate())))
                    .isInstanceOf(refusal);
            assertThat(attempt.step()).isEqualTo(step);
        }
    }

    private static <T> T late(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                return late(method.invoke(real, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static Object late(Object result) throws IOException {
        if (result instanceof IoServiceFactory factory) {
            return late(IoServiceFactory.class, factory);
        }
        if (result instanceof IoConnector connector) {
            return late(IoConnector.class, connector);
        }
        if (result instanceof IoConnectFuture connecting) {
            connecting.await(TestDrop.SHORT.connect());
            long latest = System.nanoTime() + TestDrop.SHORT.connect().toNanos();
            while (AbstractSession.getSession(connecting.getSession(), true) != null && System.nanoTime() < latest) {
                Thread.onSpinWait();
            }
        }
        return result;
    }
}
