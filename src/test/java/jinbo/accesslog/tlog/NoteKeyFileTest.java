package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jinbo.platform.files.OwnerOnlyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteKeyFileTest {

    /** RFC 8410, 10.3, and its public half from 10.1. */
    private static final String RFC_8410 = "-----BEGIN PRIVATE KEY-----\n"
            + "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
            + "-----END PRIVATE KEY-----\n";

    private static final String RFC_8410_PUBLIC = "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    @TempDir
    Path folder;

    @Test
    void newKeyIsPrivateAndReadable() throws IOException {
        NoteKeyFile file = new NoteKeyFile(folder.resolve("log.key"));
        assertThat(file.exists()).isFalse();

        NoteSigner made = file.generate("log.invalid");

        assertThat(file.exists()).isTrue();
        assertThat(file.read("log.invalid").verifierKey()).isEqualTo(made.verifierKey());
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.toFile().list()).containsExactly("log.key");
    }

    @Test
    void neverOverwritesKey() throws IOException {
        NoteKeyFile file = new NoteKeyFile(folder.resolve("log.key"));
        NoteSigner made = file.generate("log.invalid");

        assertThat(file.generate("log.invalid").verifierKey())
                .as("the key of whoever was faster")
                .isEqualTo(made.verifierKey());
        assertThat(file.read("log.invalid").verifierKey()).isEqualTo(made.verifierKey());
    }

    @Test
    void readsOpensslKeyAndDerivesPublicKey() throws IOException {
        Path path = folder.resolve("log.key");
        new OwnerOnlyFile(path).write(RFC_8410);

        VerifierKey key = new NoteKeyFile(path).read("log.invalid").verifierKey();

        assertThat(Base64Text.encode(key.publicKey())).isEqualTo(RFC_8410_PUBLIC);
    }

    @Test
    void renamedKeyIsTheSameKey() throws Exception {
        NoteKeyFile file = new NoteKeyFile(folder.resolve("log.key"));
        file.generate("log.invalid");

        NoteSigner named = file.read("log.invalid").named("other.invalid");

        assertThat(named.verifierKey()).isEqualTo(file.read("other.invalid").verifierKey());
        assertThat(named.sign("text\n")).isEqualTo(file.read("other.invalid").sign("text\n"));
        assertThatThrownBy(() -> named.named("no name")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesKeyThatOthersCanRead() throws IOException {
        Path path = folder.resolve("log.key");
        new OwnerOnlyFile(path).write(RFC_8410);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> new NoteKeyFile(path).read("log.invalid"))
                .isInstanceOf(OwnerOnlyFile.InsecurePermissionsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTu\n-----END ENCRYPTED PRIVATE KEY-----\n",
                // X25519, which cannot sign
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                        + "-----END PRIVATE KEY-----\n",
            })
    void refusalOfKeyFileNamesFileWithoutContent(String content) throws IOException {
        Path path = folder.resolve("log.key");
        new OwnerOnlyFile(path).write(content);

        assertThatThrownBy(() -> new NoteKeyFile(path).read("log.invalid"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("log.key")
                .hasMessageNotContaining("MC4C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my log", "a+b", "a\nb"})
    void refusesInvalidKeyName(String name) {
        assertThatThrownBy(() -> new NoteKeyFile(folder.resolve("log.key")).generate(name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
