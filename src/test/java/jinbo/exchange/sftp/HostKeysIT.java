package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.AttackTable;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which host keys of a server are looked at, and told. */
class HostKeysIT {

    @TempDir
    private Path home;

    private CountedLogins logins;

    @BeforeEach
    void start() throws IOException {
        logins = new CountedLogins(home);
    }

    @AfterEach
    void stop() {
        logins.close();
    }

    @Test
    void aServerIsAskedForItsOtherHostKeysBeforeItIsRefused() throws IOException {
        try (ForeignServer server = ForeignServer.with(
                ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(ForeignServer.ED25519, ForeignServer.ECDSA)))) {
            assertThat(logins.codeOf(server, CheckStep.HOST_KEY, ForeignServer.ECDSA))
                    .isEqualTo(CheckCode.HOST_KEY_PINNED);
            assertThat(logins.codeOf(server, CheckStep.HOST_KEY, ForeignServer.ED25519))
                    .isEqualTo(CheckCode.HOST_KEY_PINNED);
        }
    }

    @Test
    void allHostKeysThatAServerHasShownAreTold() throws IOException {
        String seen;
        try (ForeignServer server = logins.server(
                ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(ForeignServer.ED25519, ForeignServer.ECDSA)))) {
            DropAddress address = server.address(SshKeyFile.generate(home.resolve("other")));

            assertThatThrownBy(() -> logins.client().open(YUNHE, address))
                    .isInstanceOf(HostKeyRefusedException.class)
                    .hasMessageContaining(new SshPublicKey(ForeignServer.ED25519.getPublic()).fingerprint())
                    .hasMessageContaining(new SshPublicKey(ForeignServer.ECDSA.getPublic()).fingerprint())
                    .hasMessageContaining("insurer pin YUNHE");
            seen = logins.seen();
        }
        assertThat(seen).isEqualTo(CountedLogins.NOTHING_SENT);
        AttackTable.row("drop: a server whose host keys are not pinned", CountedLogins.NOTHING_SENT, seen);
    }
}
