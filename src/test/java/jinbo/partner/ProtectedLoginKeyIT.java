package jinbo.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectedLoginKeyIT {

    private static final ErrorMessage REMEDY = ErrorMessage.of(KeysError.SET_PASSPHRASE, "JINBO_PASSPHRASE");

    private static final String PASSPHRASE = "five words chosen by dice";

    @TempDir
    private Path home;

    private PartnerFolder own;
    private EmbeddedSftpServer server;

    @BeforeEach
    void aServerThatKnowsTheKey() throws IOException {
        own = new PartnerFolder(home.resolve("partner")).create();
        KeyPair login = new SshKeyFile(own.root().resolve("login.ssh")).generate(PASSPHRASE.toCharArray());
        DropAccount account = new DropAccount(home.resolve("drop"), Set.of(new SshPublicKey(login.getPublic())));
        TestDrop.createFolders(account);
        server = EmbeddedSftpServer.start(0, home.resolve("host.ssh"), user -> Optional.of(account));
        Files.writeString(own.settings(), """
                code = YUNHE
                drop = sftp://jinbo@127.0.0.1:%d
                host-keys = %s
                login-key = login.ssh
                secret-key = secret.asc
                association = association.asc
                """.formatted(server.port(), server.fingerprint()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aFileTheEnvironmentAndAPersonTellItsPassphrase() throws IOException {
        Path file = Files.writeString(home.resolve("passphrase"), PASSPHRASE + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertLetIn(new PassphraseSource(Optional.of(file), Optional::empty, Prompt.NONE, REMEDY));
        assertLetIn(new PassphraseSource(Optional.empty(), () -> Optional.of(PASSPHRASE), Prompt.NONE, REMEDY));
        assertLetIn(new PassphraseSource(
                Optional.empty(), Optional::empty, key -> Optional.of(PASSPHRASE.toCharArray()), REMEDY));
    }

    @Test
    void withoutOneOrWithAnotherNobodyConnects() {
        assertThatThrownBy(() -> connect(new PassphraseSource(Optional.empty(), Optional::empty, Prompt.NONE, REMEDY)))
                .isInstanceOf(KeysException.class)
                .hasMessageContaining("login.ssh")
                .hasMessageContaining("set JINBO_PASSPHRASE");
        assertThatThrownBy(() -> connect(new PassphraseSource(
                        Optional.empty(), () -> Optional.of("five words guessed by me"), Prompt.NONE, REMEDY)))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("login.ssh")
                .hasMessageContaining("check its passphrase");
    }

    private void assertLetIn(PassphraseSource passphrase) throws IOException {
        try (DropConnection drop = connect(passphrase)) {
            assertThat(drop.session().scan(name -> true).files()).isEmpty();
        }
    }

    private DropConnection connect(PassphraseSource passphrase) throws IOException {
        return DropConnection.connect(PartnerSettings.read(own), own, passphrase);
    }
}
