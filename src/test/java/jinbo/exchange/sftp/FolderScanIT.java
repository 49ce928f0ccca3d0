package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.Sleeper.InterruptibleSleeper;
import jinbo.exchange.sftp.server.TestDrop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanIT {

    @TempDir
    Path home;

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
    void anUploadIsSeenWithItsNameSizeAndTime() {
        TestDrop.put(drop.upload("b.pgp"), "12345");
        TestDrop.put(drop.upload("a.pgp"), "1");

        assertThat(session.scan().files())
                .containsExactly(
                        new FileSnapshot("a.pgp", 1, TestDrop.NOON), new FileSnapshot("b.pgp", 5, TestDrop.NOON));
    }

    @Test
    void unfinishedFilesAreIgnored() {
        TestDrop.put(drop.upload("a.pgp.part"), "x");
        TestDrop.put(drop.upload("a.pgp.PART"), "x");
        TestDrop.put(drop.upload("b.tmp"), "x");
        TestDrop.put(drop.upload(".hidden"), "x");

        assertThat(session.scan().files()).isEmpty();
        assertThat(session.scan().strange()).isZero();
    }

    @Test
    void foldersAndNamesWithControlCharactersAreStrangeAndNeverTaken() throws IOException {
        Files.createDirectory(drop.upload("folder"));
        TestDrop.put(drop.upload("line\nbreak"), "x");
        TestDrop.put(drop.upload("good.pgp"), "x");

        FolderScan folderScan = session.scan();

        assertThat(folderScan.files()).extracting(FileSnapshot::name).containsExactly("good.pgp");
        assertThat(folderScan.strange()).isEqualTo(2);
    }

    @Test
    void aNameInNoEncodingDoesNotHideTheOthers() throws Exception {
        Process touch = new ProcessBuilder("sh", "-c", "touch \"$(printf 'bad\\377.pgp')\"")
                .directory(drop.upload("").toFile())
                .start();
        assumeTrue(touch.waitFor() == 0, "needs a file system that takes any bytes as a name");
        TestDrop.put(drop.upload("good.pgp"), "x");

        assertThat(session.scan().files()).extracting(FileSnapshot::name).containsExactly("good.pgp");
    }

    @Test
    void aNameThatWouldClimbOutOnWindowsIsNeverTaken() {
        TestDrop.put(drop.upload("a\\..\\..\\windows"), "x");

        assertThat(session.scan().files()).isEmpty();
    }

    @Test
    void aLinkIsStrangeAndNeverTaken() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs symbolic links");
        Files.createSymbolicLink(drop.upload("link.pgp"), TestDrop.put(home.resolve("secret"), "secret"));

        assertThat(session.scan().files()).isEmpty();
        assertThat(session.scan().strange()).isEqualTo(1);
    }

    @Test
    void aMissingFolderIsNamedWithWhatToDo() throws IOException {
        Files.delete(home.resolve("drops/YUNHE/upload"));

        assertThatThrownBy(session::scan).isInstanceOfSatisfying(DropFolderMissingException.class, missing -> {
            assertThat(missing.folder()).isEqualTo(DropFolder.UPLOAD);
            assertThat(missing.insurer()).isEqualTo(TestDrop.YUNHE);
            assertThat(missing).hasMessageContaining("upload/").hasMessageContaining("ask the insurer");
        });
        assertThat(session.missingFolders()).containsExactly(DropFolder.UPLOAD);
    }

    @Test
    void aFloodedFolderCostsNoMoreThanOneLook() throws IOException {
        for (int i = 0; i < FolderScan.MAX_FILES + 5; i++) {
            Files.createFile(drop.upload("f%06d".formatted(i)));
        }

        FolderScan folderScan = session.scan();

        assertThat(folderScan.files()).hasSize(FolderScan.MAX_FILES);
        assertThat(folderScan.files().get(0).name()).isEqualTo("f000000");
        assertThat(folderScan.beyond()).isEqualTo(5);
    }

    @Test
    void aFileThatGrowsBetweenTwoLooksIsLeft() {
        TestDrop.put(drop.upload("still.pgp"), "whole");
        TestDrop.put(drop.upload("grows.pgp"), "beg");

        UploadStabilityCheck.Result settled = waiting(() -> TestDrop.put(drop.upload("grows.pgp"), "begun"));

        assertThat(settled.stable()).extracting(FileSnapshot::name).containsExactly("still.pgp");
        assertThat(settled.changing()).extracting(FileSnapshot::name).containsExactly("grows.pgp");
    }

    @Test
    void aFileRewrittenAtTheSameSizeBetweenTwoLooksIsLeft() {
        TestDrop.put(drop.upload("a.pgp"), "one");

        UploadStabilityCheck.Result settled =
                waiting(() -> TestDrop.put(drop.upload("a.pgp"), "two", TestDrop.NOON.plusSeconds(1)));

        assertThat(settled.stable()).isEmpty();
        assertThat(settled.changing()).hasSize(1);
    }

    @Test
    void aFileThatComesBetweenTwoLooksIsLeft() {
        TestDrop.put(drop.upload("a.pgp"), "one");

        UploadStabilityCheck.Result settled = waiting(() -> TestDrop.put(drop.upload("b.pgp"), "new"));

        assertThat(settled.stable()).extracting(FileSnapshot::name).containsExactly("a.pgp");
        assertThat(settled.changing()).extracting(FileSnapshot::name).containsExactly("b.pgp");
    }

    @Test
    void anEmptyFolderIsNotWaitedFor() {
        AtomicInteger pauses = new AtomicInteger();
        new UploadStabilityCheck(
                        time -> {
                            pauses.incrementAndGet();
                            return true;
                        },
                        Duration.ofSeconds(5))
                .on(session);

        assertThat(pauses).hasValue(0);
    }

    @Test
    void afterAPauseThatWasCutShortNothingCountsAsWhole() {
        TestDrop.put(drop.upload("a.pgp"), "one");
        InterruptibleSleeper pause = new InterruptibleSleeper();
        pause.close();

        UploadStabilityCheck.Result settled = new UploadStabilityCheck(pause, Duration.ofDays(1)).on(session);

        assertThat(settled.stable()).isEmpty();
        assertThat(settled.changing()).hasSize(1);
    }

    @Test
    void aPauseThatNobodyCutsShortHolds() {
        try (InterruptibleSleeper pause = new InterruptibleSleeper()) {
            assertThat(pause.sleep(Duration.ofMillis(5))).isTrue();
        }
    }

    @Test
    void aPauseTooShortForTimesInSecondsIsRefused() {
        assertThatThrownBy(() -> new UploadStabilityCheck(time -> true, Duration.ofMillis(1999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private UploadStabilityCheck.Result waiting(Runnable meanwhile) {
        return new UploadStabilityCheck(
                        time -> {
                            meanwhile.run();
                            return true;
                        },
                        Duration.ofSeconds(5))
                .on(session);
    }
}
