package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jinbo.exchange.sftp.DropException.KeyExchangeRefusedException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.testing.AttackTable;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client and server require strict key exchange (CVE-2023-48795). */
class StrictKeyExchangeIT {

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
    void aServerThatIsNotStrictIsRefusedInPlainWords() throws IOException {
        try (CustomSshServer server = logins.server(CustomSshServer::old)) {
            KeyExchangeRefusedException refused = logins.refused(server);

            assertThat(refused)
                    .hasMessageContaining("does not support strict key exchange")
                    .hasMessageContaining("nothing was sent")
                    .hasMessageContaining("update its SSH server");
            assertThat(logins.codeOf(server, DropCheckStep.KEY_EXCHANGE, CustomSshServer.ED25519))
                    .isEqualTo(DropCheckCode.EXCHANGE_NOT_STRICT);
        }
        assertThat(logins.seen()).isEqualTo(LoginAttemptCounter.NOTHING_SENT);
        AttackTable.row(
                "drop: a server without strict key exchange (CVE-2023-48795)",
                LoginAttemptCounter.NOTHING_SENT,
                logins.seen());
    }

    @Test
    void theEmbeddedServerRefusesAClientThatIsNotStrict() throws IOException {
        String seen;
        try (TestDrop drop = new TestDrop(Files.createDirectory(home.resolve("drop")))) {
            assertThat(CustomSshClient.comesTo(drop, proposal -> proposal)).contains(ClientSessionEvent.WAIT_AUTH);

            Set<ClientSessionEvent> old = CustomSshClient.comesTo(drop, CustomSshClient::withoutStrict);

            assertThat(old).contains(ClientSessionEvent.CLOSED);
            seen = old.contains(ClientSessionEvent.WAIT_AUTH) ? "let in" : "refused";
        }
        assertThat(seen).isEqualTo("refused");
        AttackTable.row("drop: a client of the embedded server without strict key exchange", "refused", seen);
    }
}
