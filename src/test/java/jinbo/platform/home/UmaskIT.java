package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.testing.AttackTable;
import jinbo.testing.CommandOutput;
import jinbo.testing.JinboProcess;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another user cannot read files that the program creates under an open umask. */
class UmaskIT {

    private static final String NOTHING = "nothing is open to others";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void aHomeIsNotMadeYet() {
        home = folder.resolve("some/home");
    }

    @Test
    void theHomeItsLogsAndDropsAreTheirOwnersAlone() {
        CommandOutput added = JinboProcess.in(home)
                .withUmask("000")
                // one log file after the other
                .with("LOGGING_LEVEL_ROOT", "debug")
                .with("LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE", "10KB")
                .type("insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "LIFE");

        assertThat(added.exitCode()).as(added.shown()).isZero();
        for (String folder : new String[] {"upload", "archive", "download"}) {
            assertThat(home.resolve("drops/YUNHE").resolve(folder)).isDirectory();
        }
        assertThat(home.resolve("log")).isDirectoryContaining("glob:**/jinbo.log");
        assertThat(filesIn(home.resolve("log"))).hasSizeGreaterThan(2);
        assertThat(Files.isDirectory(home.resolve("db/server"), LinkOption.NOFOLLOW_LINKS))
                .as("programs unpacked here")
                .isTrue();
        AttackTable.row(
                "local: looking into home, log and drops that were made under umask 000", NOTHING, openIn(home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"022", "000"})
    void theFolderOfAnInsurersOwnSideIsItsOwnersAlone(String umask) throws IOException {
        Path own = folder.resolve("partner");
        Path association = folder.resolve("association.asc");
        Files.write(
                association,
                SecretKeys.generate("Association <a@jinbo.invalid>", Instant.now())
                        .certificate()
                        .armored()
                        .getBytes(StandardCharsets.US_ASCII));
        CommandOutput made = JinboProcess.in(home)
                .withUmask(umask)
                .type(
                        "partner",
                        "init",
                        "YUNHE",
                        "--drop",
                        "sftp://yunhe@127.0.0.1:1",
                        "--host-key",
                        "SHA256:" + "A".repeat(43),
                        "--association",
                        association.toString(),
                        "--partner",
                        own.toString());

        assertThat(made.exitCode()).as(made.shown()).isZero();
        AttackTable.row(
                "local: looking into the folder of an insurer's own side, made under umask " + umask,
                NOTHING,
                openIn(own));
    }

    @Test
    void aHomeThatLiesOpenIsClosedAtTheNextStart() throws IOException {
        open(Files.createDirectories(home.resolve("log")), "rwxrwxrwx");
        open(Files.createFile(home.resolve("log/jinbo.log")), "rw-rw-rw-");
        open(home, "rwxr-xr-x");

        CommandOutput started = JinboProcess.over(home, TestDatabase.freshUrl())
                .withUmask("022")
                .type("insurer", "list");

        assertThat(started.exitCode()).as(started.shown()).isZero();
        assertThat(home.resolve("log/jinbo.log")).content().contains("Other users could access the home");
        AttackTable.row(
                "local: looking into a home that lies open, once the program has started",
                "home rwx------, log file rw-------",
                "home " + permissions(home) + ", log file " + permissions(home.resolve("log/jinbo.log")));
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Files of PostgreSQL are in {@code db/}, which is for the owner only. */
    private static String openIn(Path root) {
        List<String> open = filesIn(root).stream()
                .filter(path ->
                        !path.startsWith(root.resolve("db/server")) && !path.startsWith(root.resolve("db/data")))
                .filter(path -> !Files.isSymbolicLink(path))
                .filter(UmaskIT::isOpen)
                .map(path -> root.relativize(path).toString())
                .toList();
        return open.isEmpty() ? NOTHING : "open to others: " + String.join(", ", open);
    }

    private static boolean isOpen(Path path) {
        try {
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && OwnerOnlyPermissions.isOpenToOthers(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
