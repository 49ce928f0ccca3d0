package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.CustomSshServer.ED25519;
import static jinbo.exchange.sftp.server.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropException.DropFolderTooLargeException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.testing.AttackTable;
import jinbo.testing.HostileFileName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names from a server are ignored, or mean a file in their folder. */
class HostileNamesIT {

    private static final String NEVER = "never touched";
    private static final String ONE_FILE = "one file, in its folder, under a name of ours here";

    @TempDir
    private Path home;

    private DropClient client;

    static Stream<HostileFileName> names() throws IOException {
        return HostileFileName.all();
    }

    @BeforeEach
    void start() throws IOException {
        client = new DropClient(DropCredentials.ofKey(new SshKeyFile(home.resolve("key")).generate()), TestDrop.SHORT);
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aServerMayCallAFileWhatItWants(HostileFileName named) throws IOException {
        Path spool = Files.createDirectories(home.resolve("a/b/spool"));
        HostileSftpSubsystem sftp =
                new HostileSftpSubsystem(answer -> answer == 0 ? List.of(named.bytes()) : List.of());
        String seen;
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropSession session = client.open(YUNHE, server.address(ED25519))) {
            FolderScan folderScan = session.scan();
            for (FileSnapshot fileSnapshot : folderScan.files()) {
                session.fetch(
                        DropFolder.UPLOAD, fileSnapshot, spool.resolve("1"), 10_000, TransferProgressListener.SILENT);
            }
            seen = folderScan.files().isEmpty() ? NEVER : ONE_FILE;

            assertThat(sftp.asked()).allMatch(path -> path.matches("(?s)(upload|archive)/[^/\\\\]+"));
        }
        assertThat(Files.list(spool)).hasSize(named.taken() ? 1 : 0);
        assertThat(files(home)).hasSize(named.taken() ? 2 : 1);
        AttackTable.row("drop: a name, " + named, named.taken() ? ONE_FILE : NEVER, seen);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void inMessagesItSteersNoTerminalAndEndsNoLine(HostileFileName named) {
        String name = named.text();

        assertThat(SanitizedText.of(name).codePoints())
                .hasSizeLessThanOrEqualTo(300)
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
        assertThat(SanitizedText.of(name)).doesNotContain("13810001234", "１３８");
    }

    /** Skips names that the local file system refuses. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void onTheEmbeddedServerItIsTheSame(HostileFileName named) throws IOException {
        try (TestDrop drop = new TestDrop(Files.createDirectory(home.resolve("embedded")))) {
            TestDrop.put(drop.upload("good.pgp"), "x");
            assumeTrue(lies(drop, named.text()), "no name of a file here");
            try (DropSession session = drop.open()) {
                assertThat(session.scan().files()).hasSize(named.taken() ? 2 : 1);
            }
        }
    }

    @Test
    void aFileWithoutAPossibleSizeIsNoFile() throws IOException {
        HostileSftpSubsystem sftp = new HostileSftpSubsystem(
                        answer -> answer == 0 ? List.of(named(new byte[0], 1)) : List.of())
                .stating(-1);
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropSession session = client.open(YUNHE, server.address(ED25519))) {
            FolderScan scan = session.scan();

            AttackTable.row(
                    "drop: a server says that a file has 2^64 - 1 bytes",
                    NEVER,
                    scan.files().isEmpty() && scan.strange() == 1 ? NEVER : scan.toString());
        }
    }

    @Test
    void namesThatDifferInCaseOrComposedLettersAreFilesOfTheirOwn() throws IOException {
        List<byte[]> four = names().filter(named -> List.of("lower case", "upper case", "composed", "decomposed")
                        .contains(named.what()))
                .map(HostileFileName::bytes)
                .toList();
        HostileSftpSubsystem sftp = new HostileSftpSubsystem(answer -> answer == 0 ? four : List.of());
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropSession session = client.open(YUNHE, server.address(ED25519))) {
            List<String> hashes = new ArrayList<>();
            for (FileSnapshot fileSnapshot : session.scan().files()) {
                Path target = home.resolve("spool-" + hashes.size());
                if (session.fetch(DropFolder.UPLOAD, fileSnapshot, target, 10_000, TransferProgressListener.SILENT)
                        instanceof FetchOutcome.Fetched fetched) {
                    hashes.add(fetched.sha256());
                }
            }
            assertThat(hashes).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void aListWithoutEndIsEndedAndCostsNoMoreThanItsBound() throws IOException {
        HostileSftpSubsystem sftp = new HostileSftpSubsystem(answer -> IntStream.range(0, 1000)
                .mapToObj(i -> named(new byte[0], answer * 1000 + i))
                .toList());
        String seen;
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropSession session = client.open(YUNHE, server.address(ED25519))) {
            FolderScan folderScan = session.scan();

            assertThat(folderScan.files()).hasSize(FolderScan.MAX_FILES);
            seen = folderScan.beyond() > 180_000 ? "ended after 200,000 names" : "ended after " + folderScan.beyond();
        }
        AttackTable.row("drop: a folder without end", "ended after 200,000 names", seen);
    }

    @Test
    void aListThatDripsWithoutEndIsGivenUpInTime() throws IOException {
        DropTimeouts impatient =
                new DropTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(500));
        HostileSftpSubsystem sftp = new HostileSftpSubsystem(answer -> List.of(named(new byte[0], answer)));
        String seen;
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropClient hasty =
                        new DropClient(DropCredentials.ofKey(new SshKeyFile(home.resolve("key")).read()), impatient);
                DropSession session = hasty.open(YUNHE, server.address(ED25519))) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> session.list(DropFolder.UPLOAD, each -> {}))
                    .isInstanceOf(DropFolderTooLargeException.class)
                    .hasMessageContaining("upload/");
            seen = System.nanoTime() - begun < Duration.ofSeconds(20).toNanos()
                    ? "ended after ten times the time of an answer"
                    : "too late";
        }
        AttackTable.row(
                "drop: a folder without end, name by name", "ended after ten times the time of an answer", seen);
    }

    @Test
    void answersThatNobodyAskedForEndTheSession() throws IOException {
        HostileSftpSubsystem sftp = new HostileSftpSubsystem(answer -> List.of()).answeringUnasked(1_000_000);
        String seen;
        try (CustomSshServer server = CustomSshServer.speaking(sftp);
                DropSession session = client.open(YUNHE, server.address(ED25519))) {
            assertThatThrownBy(session::scan).isInstanceOf(DropUnreachableException.class);
            seen = "session ended";
        }
        AttackTable.row("drop: 30 GB of answers that nobody asked for", "session ended", seen);
    }

    @Test
    void foldersLinksAndPipesAreNoFiles() throws Exception {
        try (TestDrop drop = new TestDrop(Files.createDirectory(home.resolve("embedded")))) {
            assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs links and pipes");
            Files.createDirectory(drop.upload("folder.pgp"));
            Files.createSymbolicLink(drop.upload("link.pgp"), home.resolve("key"));
            Files.createSymbolicLink(drop.upload("endless.pgp"), Path.of("/dev/zero"));
            assumeTrue(
                    new ProcessBuilder("mkfifo", drop.upload("pipe.pgp").toString())
                                    .start()
                                    .waitFor()
                            == 0,
                    "needs mkfifo");
            String seen;
            try (DropSession session = drop.open()) {
                FolderScan folderScan = session.scan();
                FileSnapshot pipe = new FileSnapshot("pipe.pgp", 0, TestDrop.NOON);
                assertThatThrownBy(() -> session.fetch(
                                DropFolder.UPLOAD, pipe, home.resolve("1"), 10, TransferProgressListener.SILENT))
                        .isInstanceOf(DropRefusedException.class);
                seen = folderScan.files().isEmpty() && folderScan.strange() == 3 ? NEVER : folderScan.toString();
            }
            AttackTable.row("drop: a folder, links and a pipe among the files", NEVER, seen);
        }
    }

    private static byte[] named(byte[] end, int number) {
        byte[] begin = String.format(java.util.Locale.ROOT, "f%09d", number).getBytes(StandardCharsets.US_ASCII);
        byte[] name = java.util.Arrays.copyOf(begin, begin.length + end.length);
        System.arraycopy(end, 0, name, begin.length, end.length);
        return name;
    }

    private static boolean lies(TestDrop drop, String name) {
        try {
            Path file = drop.upload(name);
            if (name.isEmpty()
                    || !file.equals(drop.upload("x").resolveSibling(file.getFileName()))
                    || !name.equals(file.getFileName().toString())) {
                return false;
            }
            TestDrop.put(file, "x");
            return true;
        } catch (InvalidPathException | UncheckedIOException notHere) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
