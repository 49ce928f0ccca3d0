package jinbo.platform.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import jinbo.exchange.sftp.DropCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyFileTest {

    @TempDir
    Path folder;

    @Test
    void aGeneratedKeyIsEd25519ReadsBackAndIsForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("key");

        SshPublicKey made = new SshPublicKey(new SshKeyFile(file).generate().getPublic());
        SshPublicKey read = new SshPublicKey(new SshKeyFile(file).read().getPublic());

        assertThat(read.fingerprint()).isEqualTo(made.fingerprint()).matches("SHA256:[A-Za-z0-9+/]{43}");
        assertThat(read.line("jinbo")).startsWith("ssh-ed25519 AAAA").endsWith(" jinbo");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aKeyIsNeverWrittenOver() throws IOException {
        Path file = folder.resolve("key");
        KeyPair first = new SshKeyFile(file).generate();

        assertThatThrownBy(() -> new SshKeyFile(file).generate()).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(new SshPublicKey(new SshKeyFile(file).readOrGenerate().getPublic()).fingerprint())
                .isEqualTo(new SshPublicKey(first.getPublic()).fingerprint());
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("id"), "nonsense");

        assertThatThrownBy(() -> new SshKeyFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aPublicKeyLineReadsBack() throws IOException {
        SshPublicKey made = new SshPublicKey(
                new SshKeyFile(folder.resolve("key")).generate().getPublic());

        assertThat(SshPublicKey.parse(made.line("someone@somewhere") + "\n").fingerprint())
                .isEqualTo(made.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# comment", "ssh-ed25519", "ssh-ed25519 AAAA", "hello world"})
    void aLineThatIsNoPublicKeyIsRefused(String line) {
        assertThatThrownBy(() -> SshPublicKey.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRestrictionThatWouldBeDroppedIsRefused() throws IOException {
        String line = new SshPublicKey(
                        new SshKeyFile(folder.resolve("key")).generate().getPublic())
                .line("x");

        assertThatThrownBy(() -> SshPublicKey.parse("from=\"10.0.0.1\" " + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("options");
    }

    @Test
    void credentialsNeverPrintThemselves() throws IOException {
        DropCredentials credentials = DropCredentials.ofKey(new SshKeyFile(folder.resolve("key")).generate())
                .andPassword("secret");

        assertThat(credentials).hasToString("1 key(s) and a password");
    }
}
