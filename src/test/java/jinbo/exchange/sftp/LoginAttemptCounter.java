package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.server.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jinbo.exchange.sftp.DropException.KeyExchangeRefusedException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.exchange.sftp.check.PlainProbe;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import org.apache.sshd.server.SshServer;

/** Counts how often an outdated server receives a key of our client. */
final class LoginAttemptCounter implements AutoCloseable {

    static final String NOTHING_SENT = "refused before a key was shown";

    private final AtomicInteger asked = new AtomicInteger();
    private final Path home;
    private final DropCredentials own;
    private final DropClient client;

    LoginAttemptCounter(Path home) throws IOException {
        this.home = home;
        this.own = DropCredentials.ofKey(new SshKeyFile(home.resolve("key")).generate());
        this.client = new DropClient(own, TestDrop.SHORT);
    }

    DropClient client() {
        return client;
    }

    /** A server that accepts and counts all logins. */
    CustomSshServer server(Consumer<SshServer> change) throws IOException {
        return CustomSshServer.with(ssh -> {
            change.accept(ssh);
            ssh.setPublickeyAuthenticator((user, key, session) -> {
                asked.incrementAndGet();
                return true;
            });
        });
    }

    String seen() {
        return asked.get() == 0 ? NOTHING_SENT : "logged in";
    }

    KeyExchangeRefusedException refused(CustomSshServer server) {
        return catchThrowableOfType(
                KeyExchangeRefusedException.class, () -> client.open(YUNHE, server.address(CustomSshServer.ED25519)));
    }

    /** The result of a drop check at a step. */
    DropCheckCode codeOf(CustomSshServer server, DropCheckStep step, KeyPair pinned) {
        return PlainProbe.check(client, server.address(pinned), own, home)
                .get(step.ordinal())
                .code();
    }

    @Override
    public void close() {
        client.close();
    }
}
