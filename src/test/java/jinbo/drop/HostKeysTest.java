package jinbo.drop;

import static jinbo.drop.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jinbo.testing.AttackTable;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which host keys of a server are looked at, and told. */
class HostKeysTest {

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
    void aServerIsAskedForItsOtherHostKeysBeforeItIsRefused() throws IOException {
        try (ForeignServer server = ForeignServer.with(
                ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(ForeignServer.ED25519, ForeignServer.ECDSA)))) {
            assertThat(codeOf(server, CheckStep.HOST_KEY, ForeignServer.ECDSA)).isEqualTo(CheckCode.HOST_KEY_PINNED);
            assertThat(codeOf(server, CheckStep.HOST_KEY, ForeignServer.ED25519))
                    .isEqualTo(CheckCode.HOST_KEY_PINNED);
        }
    }

    @Test
    void allHostKeysThatAServerHasShownAreTold() throws IOException {
        String seen;
        try (ForeignServer server = ForeignServer.with(counting(
                ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(ForeignServer.ED25519, ForeignServer.ECDSA))))) {
            DropAddress address = server.address(SshKeyFile.generate(home.resolve("other")));

            assertThatThrownBy(() -> client.open(YUNHE, address))
                    .isInstanceOf(HostKeyRefusedException.class)
                    .hasMessageContaining(new SshPublicKey(ForeignServer.ED25519.getPublic()).fingerprint())
                    .hasMessageContaining(new SshPublicKey(ForeignServer.ECDSA.getPublic()).fingerprint())
                    .hasMessageContaining("insurer pin YUNHE");
            seen = askedForLogin.get() == 0 ? NOTHING_SENT : "logged in";
        }
        AttackTable.row("drop: a server whose host keys are not pinned", NOTHING_SENT, seen);
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
