package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.exchange.sftp.server.JailedFileSystemAccessor;
import jinbo.exchange.sftp.server.TestDrop;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIT {

    @TempDir
    Path home;

    private TestDrop drop;
    private DropSession session;
    private FileSnapshot fileSnapshot;

    @BeforeEach
    void open() throws IOException {
        drop = new TestDrop(home);
        session = drop.open();
        TestDrop.put(drop.upload("a.pgp"), "one");
        fileSnapshot = session.scan().files().get(0);
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        drop.close();
    }

    @Test
    void anAnsweredUploadMovesToTheArchive() {
        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.Archived("a.pgp"));
        assertThat(drop.upload("a.pgp")).doesNotExist();
        assertThat(drop.archive("a.pgp")).hasContent("one");
    }

    @Test
    void whatAnAttemptMovedThatDiedBeforeItCouldSaySoIsFoundWhereItLies() {
        TestDrop.put(drop.archive("a.pgp"), "first");
        session.archive(fileSnapshot, Optional.empty(), "a.pgp");

        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.Archived("a.pgp.2"));
    }

    @Test
    void whatAnAttemptMovedThatDiedIsFoundAlsoIfAnotherFileCameMeanwhile() {
        session.archive(fileSnapshot, Optional.empty(), "a.pgp");
        TestDrop.put(drop.upload("a.pgp"), "other");

        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.Archived("a.pgp"));
        assertThat(drop.upload("a.pgp")).hasContent("other");
    }

    @Test
    void aFileThatItsSenderTookAwayIsGone() throws IOException {
        TestDrop.put(drop.archive("a.pgp"), "first");
        Files.delete(drop.upload("a.pgp"));

        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.AlreadyGone());
    }

    @Test
    void aFileReplacedBeforeItIsArchivedStaysToBeIngested() {
        TestDrop.put(drop.upload("a.pgp"), "other");

        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp")).isEqualTo(new ArchiveOutcome.Replaced());
        assertThat(drop.upload("a.pgp")).hasContent("other");
        assertThat(drop.archive("a.pgp")).doesNotExist();
    }

    @Test
    void nothingInTheArchiveIsOverwritten() {
        TestDrop.put(drop.archive("a.pgp"), "first");
        TestDrop.put(drop.archive("a.pgp.2"), "second");

        assertThat(session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isEqualTo(new ArchiveOutcome.Archived("a.pgp.3"));
        assertThat(drop.archive("a.pgp")).hasContent("first");
        assertThat(drop.archive("a.pgp.2")).hasContent("second");
        assertThat(drop.archive("a.pgp.3")).hasContent("one");
    }

    @Test
    void aNameAsLongAsNamesCanBeLeavesTheUploadFolderToo() {
        String longest = "长".repeat(85);
        TestDrop.put(drop.upload(longest), "x");
        TestDrop.put(drop.archive(longest), "first");
        FileSnapshot sighted = session.scan().files().get(1);

        assertThat(session.archive(sighted, Optional.empty(), longest))
                .isEqualTo(new ArchiveOutcome.Archived("长".repeat(81) + ".2"));
        assertThat(drop.upload(longest)).doesNotExist();
    }

    @Test
    void aFileReplacedBetweenTheLookAndTheMoveGoesBackUnread() throws IOException {
        try (DropSession racing = racingSession(false)) {
            assertThat(racing.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                    .isEqualTo(new ArchiveOutcome.Replaced());
        }
        assertThat(drop.upload("a.pgp")).hasContent("replaced");
        assertThat(drop.archive("a.pgp")).doesNotExist();
    }

    @Test
    void aFileReplacedTwiceWhileItIsMovedIsToldAndNoneIsOverwritten() throws IOException {
        try (DropSession racing = racingSession(true)) {
            assertThatThrownBy(() -> racing.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                    .isInstanceOf(DropConflictException.class)
                    .hasMessageContaining("send that one again");
        }
        assertThat(drop.upload("a.pgp")).hasContent("another");
        assertThat(drop.archive("a.pgp")).hasContent("replaced");
    }

    /** A session on a server where the insurer puts a new file in place of the old just before we move it. */
    private DropSession racingSession(boolean andOnceMore) throws IOException {
        session.close();
        drop.close();
        drop = new TestDrop(home, new JailedFileSystemAccessor() {
            private int moves;

            @Override
            public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
                    throws IOException {
                if (moves++ == 0) {
                    TestDrop.put(drop.upload("a.pgp"), "replaced", TestDrop.NOON.plusSeconds(9));
                }
                super.renameFile(subsystem, from, to, options);
                if (andOnceMore && moves == 1) {
                    TestDrop.put(drop.upload("a.pgp"), "another");
                }
            }
        });
        return drop.open();
    }

    @Test
    void anArchiveNameCannotLeaveTheFolder() {
        assertThatThrownBy(() -> session.archive(fileSnapshot, Optional.empty(), "../download/a.pgp"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(drop.upload("a.pgp")).exists();
    }

    @Test
    void aMissingArchiveIsNamedAndTheUploadStays() throws IOException {
        Files.delete(home.resolve("drops/YUNHE/archive"));

        assertThatThrownBy(() -> session.archive(fileSnapshot, Optional.empty(), "a.pgp"))
                .isInstanceOfSatisfying(
                        DropFolderMissingException.class,
                        missing -> assertThat(missing.folder()).isEqualTo(DropFolder.ARCHIVE));
        assertThat(drop.upload("a.pgp")).exists();
    }
}
