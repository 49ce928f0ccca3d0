package jinbo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOnlyPermissionsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void permissionsAreKnownHere() {
        assumeTrue(OwnerOnlyPermissions.hasPermissions(folder), "Skipped: no POSIX permissions here");
    }

    @Test
    void aFolderIsMadeWithItsParentsAndClosed() throws IOException {
        Path inner = folder.resolve("keys/old");

        OwnerOnlyPermissions.createFolder(inner);

        assertThat(OwnerOnlyPermissions.isOpenToOthers(inner)).isFalse();
        assertThat(OwnerOnlyPermissions.isOpenToOthers(inner.getParent())).isFalse();
    }

    @Test
    void aFolderThatIsThereStaysAsItIs() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnerOnlyPermissions.createFolder(open);

        assertThat(OwnerOnlyPermissions.isOpenToOthers(open)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw--w----", "rw-rw-rw-"})
    void aSecretThatOthersCanGetAtIsRefused(String permissions) throws IOException {
        OwnerOnlyFile secret = new OwnerOnlyFile(folder.resolve("secret"));
        secret.write("password");
        assertThat(secret.read()).isEqualTo("password");
        Files.setPosixFilePermissions(secret.path(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(secret::read)
                .isInstanceOfSatisfying(
                        OwnerOnlyFile.InsecurePermissionsException.class,
                        e -> assertThat(e.getFile()).isEqualTo(secret.path().toString()))
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("password");
    }

    @Test
    void aSecretIsWrittenOverAsAWhole() throws IOException {
        OwnerOnlyFile secret = new OwnerOnlyFile(folder.resolve("secret"));
        secret.write("the first one was longer");

        secret.write("密");

        assertThat(secret.read()).isEqualTo("密");
        assertThat(folder.toFile().list()).containsExactly("secret");
    }

    @Test
    void aSecretThatIsDestroyedIsOverwrittenWhereItLiesAndRemoved() throws IOException {
        OwnerOnlyFile secret = new OwnerOnlyFile(folder.resolve("secret"));
        secret.write("password");
        Path sameBytes = Files.createLink(folder.resolve("other-name"), secret.path());

        secret.destroy();
        secret.destroy();

        assertThat(secret.exists()).isFalse();
        assertThat(sameBytes).hasBinaryContent(new byte["password".length()]);
    }
}
