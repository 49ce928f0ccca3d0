package jinbo.exchange.keys;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.OwnerOnlyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseSourceTest {

    private static final ErrorMessage REMEDY = ErrorMessage.of(KeysError.SET_PASSPHRASE, "JINBO_PASSPHRASE");

    private static final Path KEY = Path.of("association.asc");

    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void prefersFileToEnvironmentToPrompt() throws IOException {
        Path file = written("from the file\n");

        assertThat(told(Optional.of(file), Optional.of("from the environment"))).isEqualTo("from the file");
        assertThat(told(Optional.empty(), Optional.of("from the environment"))).isEqualTo("from the environment");
        assertThat(asked).isEmpty();
        assertThat(told(Optional.empty(), Optional.empty())).isEqualTo("typed");
        assertThat(told(Optional.empty(), Optional.of("")))
                .as("an empty variable tells none")
                .isEqualTo("typed");
    }

    @Test
    void promptsOnceAndOnlyForProtectedKeys() throws IOException {
        PassphraseSource passphrase = passphrase(Optional.empty(), Optional.empty());

        assertThat(passphrase.configured()).isEmpty();
        assertThat(asked).isEmpty();
        passphrase.of(KEY);
        passphrase.of(Path.of("association.ssh"));

        assertThat(asked).containsExactly("association.asc");
    }

    @Test
    void missingPassphraseNamesKeyAndRemedy() {
        PassphraseSource nobody = new PassphraseSource(Optional.empty(), Optional::empty, Prompt.NONE, REMEDY);

        assertThatThrownBy(() -> nobody.of(KEY))
                .is(error(KeysError.PASSPHRASE_MISSING))
                .hasMessageStartingWith(
                        "The key association.asc has a passphrase, but none was given; set JINBO_PASSPHRASE");
    }

    @Test
    void wipesPassphraseOnClosing() throws IOException {
        PassphraseSource passphrase = passphrase(Optional.empty(), Optional.empty());
        char[] characters = passphrase.of(KEY).characters();

        passphrase.close();

        assertThat(characters).containsOnly('\0');
    }

    @Test
    void refusesFileThatOthersCanRead() throws IOException {
        Path file = written("from the file\n");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "Skipped: no POSIX permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> told(Optional.of(file), Optional.of("x")))
                .isInstanceOf(OwnerOnlyFile.InsecurePermissionsException.class)
                .hasMessageContaining("chmod 600 " + file)
                .hasMessageNotContaining("from the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two\nlines", "a\u0000b"})
    void refusesFileThatIsNotOneLine(String text) throws IOException {
        Path file = written(text);

        assertThatThrownBy(() -> told(Optional.of(file), Optional.empty()))
                .is(error(KeysError.PASSPHRASE_UNUSABLE))
                .hasMessageContaining("one line in UTF-8");
    }

    @Test
    void refusesFileThatIsNotUtf8() throws IOException {
        Path file = written("");
        Files.write(file, "口令".getBytes(java.nio.charset.Charset.forName("GB18030")));

        assertThatThrownBy(() -> told(Optional.of(file), Optional.empty())).isInstanceOf(KeysException.class);
    }

    @Test
    void keepsSpacesAndChineseCharacters() throws IOException {
        assertThat(told(Optional.of(written(" 口令 二 \r\n")), Optional.empty())).isEqualTo(" 口令 二 ");
        assertThat(Files.readString(written("x"), StandardCharsets.UTF_8)).isEqualTo("x");
    }

    @Test
    void refusesFourteenCharacters() {
        assertThatThrownBy(() -> Passphrase.of("x".repeat(14).toCharArray()).requireStrong())
                .isInstanceOf(KeysException.class)
                .hasMessageContaining("15 characters");
        Passphrase.of("x".repeat(15).toCharArray()).requireStrong();
        assertThatThrownBy(() -> Passphrase.of("😀".repeat(14).toCharArray()).requireStrong())
                .as("characters, not halves of them")
                .isInstanceOf(KeysException.class);
    }

    private Path written(String text) throws IOException {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("passphrase"));
        file.write(text);
        return file.path();
    }

    private String told(Optional<Path> file, Optional<String> variable) throws IOException {
        return String.valueOf(passphrase(file, variable).of(KEY).characters());
    }

    private PassphraseSource passphrase(Optional<Path> file, Optional<String> variable) {
        return new PassphraseSource(
                file,
                () -> variable,
                key -> {
                    asked.add(key);
                    return Optional.of("typed".toCharArray());
                },
                REMEDY);
    }
}
