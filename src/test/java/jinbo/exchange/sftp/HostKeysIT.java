package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.server.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.AttackTable;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeysIT {

    @TempDir
    private Path home;

    private LoginAttemptCounter logins;

    @BeforeEach
    void start() throws IOException {
        logins = new LoginAttemptCounter(home);
    }

    @AfterEach
    void stop() {
        logins.close();
    }

    @Test
    void aServerIsAskedForItsOtherHostKeysBeforeItIsRefused() throws IOException {
        try (CustomSshServer server = CustomSshServer.with(
                ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(CustomSshServer.ED25519, CustomSshServer.ECDSA)))) {
            assertThat(logins.codeOf(server, DropCheckStep.HOST_KEY, CustomSshServer.ECDSA))
                    .isEqualTo(DropCheckCode.HOST_KEY_PINNED);
            assertThat(logins.codeOf(server, DropCheckStep.HOST_KEY, CustomSshServer.ED25519))
                    .isEqualTo(DropCheckCode.HOST_KEY_PINNED);
        }
    }

    @Test
    void allHostKeysThatAServerHasShownAreTold() throws IOException {
        String seen;
        try (CustomSshServer server = logins.server(
                ssh -> ssh.setKeyPairProvider(KeyPairProvider.wrap(CustomSshServer.ED25519, CustomSshServer.ECDSA)))) {
            DropAddress address = server.address(new SshKeyFile(home.resolve("other")).generate());

            assertThatThrownBy(() -> logins.client().open(YUNHE, address))
                    .isInstanceOf(HostKeyRefusedException.class)
                    .hasMessageContaining(new SshPublicKey(CustomSshServer.ED25519.getPublic()).fingerprint())
                    .hasMessageContaining(new SshPublicKey(CustomSshServer.ECDSA.getPublic()).fingerprint())
                    .hasMessageContaining("insurer pin YUNHE");
            seen = logins.seen();
        }
        assertThat(seen).isEqualTo(LoginAttemptCounter.NOTHING_SENT);
        AttackTable.row("drop: a server whose host keys are not pinned", LoginAttemptCounter.NOTHING_SENT, seen);
    }
}
