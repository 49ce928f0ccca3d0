package jinbo.exchange.sftp.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.server.JailedFileSystemAccessor;
import jinbo.exchange.sftp.server.TestDrop;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drops with half of the necessary permissions. */
class PermissionCheckIT {

    @TempDir
    private Path home;

    /** A rename copies the file and fails. */
    private static final class HalfMoves extends JailedFileSystemAccessor {

        private final String half;

        private HalfMoves(String half) {
            this.half = half;
        }

        @Override
        public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (!to.getParent().endsWith(half)) {
                super.renameFile(subsystem, from, to, options);
                return;
            }
            Files.copy(from, to);
            throw new AccessDeniedException("not today");
        }
    }

    /** Refuses to move files to other folders and to delete in upload/. */
    private static final class TakesOnly extends JailedFileSystemAccessor {

        @Override
        public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (to.getParent().endsWith("archive")) {
                throw new AccessDeniedException("archive is closed");
            }
            super.renameFile(subsystem, from, to, options);
        }

        @Override
        public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
            if (path.getParent().endsWith("upload")) {
                throw new AccessDeniedException("nothing is removed here");
            }
            super.removeFile(subsystem, path, isDirectory);
        }
    }

    /** Hides unfinished files. */
    private static final class HidesParts extends JailedFileSystemAccessor {

        @Override
        public DirectoryStream<Path> openDirectory(
                SftpSubsystemProxy subsystem, DirectoryHandle handle, Path dir, String name, LinkOption... options)
                throws IOException {
            return Files.newDirectoryStream(dir, entry -> !entry.toString().endsWith(".part"));
        }
    }

    /** Hides dot files. */
    private static final class HidesDots extends JailedFileSystemAccessor {

        @Override
        public DirectoryStream<Path> openDirectory(
                SftpSubsystemProxy subsystem, DirectoryHandle handle, Path dir, String name, LinkOption... options)
                throws IOException {
            return Files.newDirectoryStream(
                    dir, entry -> !entry.getFileName().toString().startsWith("."));
        }
    }

    /** Refuses reads in upload/. */
    private static final class GivesNothingBack extends JailedFileSystemAccessor {

        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                Set<? extends OpenOption> options,
                FileAttribute<?>... asked)
                throws IOException {
            if (file.getParent().endsWith("upload") && options.contains(StandardOpenOption.READ)) {
                throw new AccessDeniedException("nothing is read here");
            }
            return super.openFile(subsystem, handle, file, name, options, asked);
        }
    }

    @Test
    void aServerThatDoesNotListWhatWasJustWrittenIsWrong() throws IOException {
        assertThat(found(new HidesParts(), DropCheckStep.COLLECT_UPLOAD)).isEqualTo(DropCheckCode.UPLOAD_NOT_SEEN);
        assertThat(left()).as("nothing of ours stays").isEmpty();
    }

    @Test
    void aServerThatListsNoNamesWithADotIsNotWrong() throws IOException {
        assertThat(found(new HidesDots(), DropCheckStep.COLLECT_UPLOAD)).isEqualTo(DropCheckCode.UPLOAD_COLLECTED);
        assertThat(found(new HidesDots(), DropCheckStep.ROUND_TRIP)).isEqualTo(DropCheckCode.CAME_BACK);
        assertThat(left()).as("nothing of ours stays").isEmpty();
    }

    @Test
    void aServerThatGivesNoUploadBackIsWrong() throws IOException {
        assertThat(found(new GivesNothingBack(), DropCheckStep.COLLECT_UPLOAD))
                .isEqualTo(DropCheckCode.UPLOAD_NOT_READABLE);
        assertThat(left()).as("nothing of ours stays").isEmpty();
    }

    @Test
    void aFileThatStaysInUploadWasNotTakenByTheArchive() throws IOException {
        assertThat(found(new HalfMoves("archive"), DropCheckStep.MOVE_TO_ARCHIVE))
                .isEqualTo(DropCheckCode.ARCHIVE_REFUSES);
        assertThat(left()).as("nothing of ours stays").isEmpty();
    }

    @Test
    void aFileThatKeepsItsFirstNameInDownloadWasNotRenamed() throws IOException {
        assertThat(found(new HalfMoves("download"), DropCheckStep.WRITE_DOWNLOAD))
                .isEqualTo(DropCheckCode.DOWNLOAD_NOT_RENAMABLE);
        assertThat(left()).as("nothing of ours stays").isEmpty();
    }

    @Test
    void thatTheArchiveRefusesIsToldAlsoWhereNothingCanBeTakenBack() throws IOException {
        assertThat(found(new TakesOnly(), DropCheckStep.MOVE_TO_ARCHIVE)).isEqualTo(DropCheckCode.ARCHIVE_REFUSES);
    }

    private DropCheckCode found(JailedFileSystemAccessor server, DropCheckStep step) throws IOException {
        try (TestDrop drop = new TestDrop(home, server)) {
            List<DropCheckResult> all = PlainProbe.check(
                    drop.client, drop.server.addressOf("YUNHE"), DropCredentials.ofKey(drop.clientKey), home);
            return all.get(step.ordinal()).code();
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("drops"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
