package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import jinbo.platform.files.Exposure;
import jinbo.platform.files.OwnerOnlyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeSecretsTest {

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void aHomeWithSecrets() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "Skipped: no POSIX permissions here");
        home = new Home(folder.resolve("home")).create();
        new OwnerOnlyFile(home.keys().resolve("association.asc")).write("secret");
        Files.createDirectory(
                home.keys().resolve("subjects"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        new OwnerOnlyFile(home.keys().resolve("subjects/2026.key")).write("secret");
        new OwnerOnlyFile(home.database().resolve("server.properties")).write("secret");
    }

    @Test
    void aHomeThatIsItsOwnersAloneIsOpened() {
        assertThatCode(() -> new HomeSecrets(home).requireClosed()).doesNotThrowAnyException();
    }

    @Test
    void allThatOthersCanGetAtIsToldAtOnceWithWhatToType() throws IOException {
        allow(home.root(), "rwxrwxr-x");
        allow(home.keys(), "rwxr-x---");
        allow(home.keys().resolve("association.asc"), "rw-r--r--");
        allow(home.keys().resolve("subjects/2026.key"), "rw--w----");
        allow(home.database().resolve("server.properties"), "rw----r--");

        List<String> remedies =
                new HomeSecrets(home).exposures().stream().map(Exposure::remedy).toList();

        assertThat(remedies)
                .containsExactlyInAnyOrder(
                        "chmod go-w " + home.root(),
                        "chmod 700 " + home.keys(),
                        "chmod 600 " + home.keys().resolve("association.asc"),
                        "chmod 600 " + home.keys().resolve("subjects/2026.key"),
                        "chmod 600 " + home.database().resolve("server.properties"));
        assertThatThrownBy(() -> new HomeSecrets(home).requireClosed())
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("nothing was opened")
                .hasMessageContaining(String.join(" && ", remedies));
    }

    @Test
    void othersMayListAHomeWhoseSecretsAreClosed() throws IOException {
        allow(home.root(), "rwxr-xr-x");

        assertThat(new HomeSecrets(home).exposures()).isEmpty();
    }

    @Test
    void aSecretOfAnotherUserIsRefused() throws IOException {
        Path key = home.keys().resolve("association.asc");
        assumeTrue(Files.getAttribute(key, "unix:uid").equals(0), "Skipped: only root can give a file to another user");
        Files.setAttribute(key, "unix:uid", 12_345);

        assertThat(new HomeSecrets(home).exposures())
                .extracting(Exposure::what, Exposure::remedy)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "it belongs to another user", "chown \"$(id -un)\" " + key));
    }

    @Test
    void aNameThatAShellWouldTakeApartIsQuoted() throws IOException {
        Path key = home.keys().resolve("it's old; key.asc");
        new OwnerOnlyFile(key).write("secret");
        allow(key, "rw-rw-rw-");

        assertThat(new HomeSecrets(home).exposures())
                .extracting(Exposure::remedy)
                .containsExactly("chmod 600 '" + home.keys() + "/it'\\''s old; key.asc'");
    }

    @Test
    void aDraftOfAnotherProcessThatVanishesMeanwhileIsPassedOver() throws Exception {
        Files.createSymbolicLink(home.keys().resolve("renamed.part"), Path.of("gone"));
        assertThat(new HomeSecrets(home).exposures()).isEmpty();

        AtomicBoolean looked = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> drafts = threads.submit(() -> {
                int made = 0;
                for (; !looked.get(); made++) {
                    for (String name : List.of("one.part", "subjects/two.next")) {
                        new OwnerOnlyFile(home.keys().resolve(name)).write("secret");
                        Files.delete(home.keys().resolve(name));
                    }
                }
                return made;
            });
            for (int look = 0; look < 300; look++) {
                assertThat(new HomeSecrets(home).exposures()).isEmpty();
            }
            looked.set(true);
            assertThat(drafts.get()).isPositive();
        } finally {
            looked.set(true);
            threads.shutdownNow();
        }
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
