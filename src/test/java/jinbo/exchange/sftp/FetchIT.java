package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import jinbo.exchange.sftp.server.TestDrop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchIT {

    private static final long MANY = 1_000_000;

    @TempDir
    Path home;

    @TempDir
    Path spool;

    private TestDrop drop;
    private DropSession session;

    @BeforeEach
    void open() throws IOException {
        drop = new TestDrop(home);
        session = drop.open();
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        drop.close();
    }

    @Test
    void aFileArrivesWholeHashedAndForTheOwnerOnly() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "abc");

        FetchOutcome outcome =
                session.fetch(DropFolder.UPLOAD, sighted(), spool.resolve("1"), MANY, TransferProgressListener.SILENT);

        assertThat(outcome)
                .isEqualTo(new FetchOutcome.Fetched(
                        spool.resolve("1"), 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(spool.resolve("1")).hasContent("abc");
        if (spool.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool.resolve("1"))))
                    .isEqualTo("rw-------");
        }
        assertThat(spoolNames()).containsExactly("1");
        assertThat(drop.upload("a.pgp")).exists();
    }

    @Test
    void anEmptyFileIsFetchedLikeAnyOther() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "");

        assertThat(session.fetch(
                        DropFolder.UPLOAD, sighted(), spool.resolve("1"), MANY, TransferProgressListener.SILENT))
                .isInstanceOfSatisfying(
                        FetchOutcome.Fetched.class,
                        fetched -> assertThat(fetched.size()).isZero());
    }

    @Test
    void aFileReplacedBetweenLookAndFetchIsNotTaken() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "one");
        FileSnapshot fileSnapshot = sighted();
        TestDrop.put(drop.upload("a.pgp"), "two", TestDrop.NOON.plusSeconds(60));

        assertThat(session.fetch(
                        DropFolder.UPLOAD, fileSnapshot, spool.resolve("1"), MANY, TransferProgressListener.SILENT))
                .isEqualTo(new FetchOutcome.ChangedMeanwhile());
        assertThat(spoolNames()).isEmpty();
    }

    @Test
    void aFileThatChangesWhileItIsFetchedIsNotTaken() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "x".repeat(300_000));

        FetchOutcome outcome = session.fetch(
                DropFolder.UPLOAD,
                sighted(),
                spool.resolve("1"),
                MANY,
                bytes -> TestDrop.put(drop.upload("a.pgp"), "y".repeat(300_000), TestDrop.NOON.plusSeconds(60)));

        assertThat(outcome).isEqualTo(new FetchOutcome.ChangedMeanwhile());
        assertThat(spoolNames()).isEmpty();
    }

    @Test
    void aFileThatWasTakenBackIsGone() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "one");
        FileSnapshot fileSnapshot = sighted();
        Files.delete(drop.upload("a.pgp"));

        assertThat(session.fetch(
                        DropFolder.UPLOAD, fileSnapshot, spool.resolve("1"), MANY, TransferProgressListener.SILENT))
                .isEqualTo(new FetchOutcome.Gone());
    }

    @Test
    void aFileOverTheLimitIsNotRead() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "12345");

        assertThat(session.fetch(DropFolder.UPLOAD, sighted(), spool.resolve("1"), 4, TransferProgressListener.SILENT))
                .isEqualTo(new FetchOutcome.TooLarge(5));
        assertThat(session.fetch(DropFolder.UPLOAD, sighted(), spool.resolve("1"), 5, TransferProgressListener.SILENT))
                .isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void aFileThatGrowsOverTheLimitWhileItIsReadIsCutOff() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "x".repeat(200_000));

        FetchOutcome outcome = session.fetch(
                DropFolder.UPLOAD,
                sighted(),
                spool.resolve("1"),
                250_000,
                bytes -> TestDrop.put(drop.upload("a.pgp"), "x".repeat(5_000_000)));

        assertThat(outcome).isEqualTo(new FetchOutcome.ChangedMeanwhile());
        assertThat(spoolNames()).isEmpty();
    }

    @Test
    void whatAnEarlierAttemptLeftIsReplaced() throws IOException {
        TestDrop.put(spool.resolve("1"), "old");
        TestDrop.put(spool.resolve("1.part"), "older and longer");
        TestDrop.put(drop.upload("a.pgp"), "new");

        assertThat(session.fetch(
                        DropFolder.UPLOAD, sighted(), spool.resolve("1"), MANY, TransferProgressListener.SILENT))
                .isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(spool.resolve("1")).hasContent("new");
        assertThat(spoolNames()).containsExactly("1");
    }

    @Test
    void aSpoolThatIsNotThereIsNotBlamedOnTheDrop() {
        TestDrop.put(drop.upload("a.pgp"), "new");
        FileSnapshot fileSnapshot = sighted();

        assertThatThrownBy(() -> session.fetch(
                        DropFolder.UPLOAD,
                        fileSnapshot,
                        spool.resolve("none/1"),
                        MANY,
                        TransferProgressListener.SILENT))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(session.scan().files()).hasSize(1);
    }

    @Test
    void aSightingCannotNameAnotherFolder() {
        for (String name : new String[] {"../../x", "/etc/passwd", "..", ".", "", "a\\b", "a\u0000b"}) {
            assertThatThrownBy(() -> new FileSnapshot(name, 1, TestDrop.NOON))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private FileSnapshot sighted() {
        return session.scan().files().get(0);
    }

    private Stream<String> names() throws IOException {
        return Files.list(spool).map(file -> file.getFileName().toString());
    }

    private java.util.List<String> spoolNames() throws IOException {
        try (Stream<String> names = names()) {
            return names.sorted().toList();
        }
    }
}
