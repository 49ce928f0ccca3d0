package jinbo.drop;

import static jinbo.drop.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jinbo.testing.AttackTable;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the strict key exchange nobody is spoken with, at either end (CVE-2023-48795). */
class StrictKeyExchangeTest {

    private static final String NOTHING_SENT = "refused before a key was shown";

    @TempDir
    private Path home;

    private final AtomicInteger askedForLogin = new AtomicInteger();
    private DropClient client;

    @BeforeEach
    void start() throws IOException {
        client = new DropClient(DropCredentials.ofKey(SshKeyFile.generate(home.resolve("key"))), TestDrop.SHORT);
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aServerThatIsNotStrictIsRefusedInPlainWords() throws IOException {
        try (ForeignServer server = ForeignServer.with(counting(ForeignServer::old))) {
            KeyExchangeRefusedException refused = refused(server);

            assertThat(refused.mayPass()).isFalse();
            assertThat(refused)
                    .hasMessageContaining("no strict key exchange")
                    .hasMessageContaining("nothing was sent")
                    .hasMessageContaining("update its SSH server");
            assertThat(codeOf(server, CheckStep.KEY_EXCHANGE)).isEqualTo(CheckCode.EXCHANGE_NOT_STRICT);
        }
        assertThat(askedForLogin).hasValue(0);
        AttackTable.row(
                "drop: a server without strict key exchange (CVE-2023-48795)",
                NOTHING_SENT,
                askedForLogin.get() == 0 ? NOTHING_SENT : "logged in");
    }

    @Test
    void theEmbeddedServerRefusesAClientThatIsNotStrict() throws IOException {
        String seen;
        try (TestDrop drop = new TestDrop(Files.createDirectory(home.resolve("drop")))) {
            assertThat(ForeignClient.comesTo(drop, proposal -> proposal)).contains(ClientSessionEvent.WAIT_AUTH);

            Set<ClientSessionEvent> old = ForeignClient.comesTo(drop, ForeignClient::withoutStrict);

            assertThat(old).contains(ClientSessionEvent.CLOSED);
            seen = old.contains(ClientSessionEvent.WAIT_AUTH) ? "let in" : "refused";
        }
        assertThat(seen).isEqualTo("refused");
        AttackTable.row("drop: a client of the embedded server without strict key exchange", "refused", seen);
    }

    private Consumer<SshServer> counting(Consumer<SshServer> change) {
        return ssh -> {
            change.accept(ssh);
            ssh.setPublickeyAuthenticator((user, key, session) -> {
                askedForLogin.incrementAndGet();
                return true;
            });
        };
    }

    private KeyExchangeRefusedException refused(ForeignServer server) {
        return catchThrowableOfType(
                KeyExchangeRefusedException.class, () -> client.open(YUNHE, server.address(ForeignServer.ED25519)));
    }

    private CheckCode codeOf(ForeignServer server, CheckStep step, KeyPair... pinned) throws IOException {
        KeyPair[] pins = pinned.length > 0 ? pinned : new KeyPair[] {ForeignServer.ED25519};
        return client.check(
                        YUNHE,
                        server.address(pins),
                        DropCredentials.ofKey(SshKeyFile.readOrGenerate(home.resolve("key"))),
                        new PlainProbe(),
                        home,
                        Clock.systemUTC())
                .get(step.ordinal())
                .code();
    }
}
