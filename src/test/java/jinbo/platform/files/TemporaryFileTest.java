package jinbo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

    @TempDir
    Path folder;

    private Path target;
    private TemporaryFile temporaryFile;

    @BeforeEach
    void beside() {
        target = folder.resolve("list.csv");
        temporaryFile = TemporaryFile.of(target);
    }

    @Test
    void nothingIsToBeSeenBeforeItIsWhole() throws IOException {
        write("new");
        assertThat(target).doesNotExist();

        temporaryFile.replace(target);

        assertThat(target).hasContent("new");
        assertThat(temporaryFile.path()).doesNotExist();
    }

    @Test
    void anEarlierFileIsReplaced() throws IOException {
        Files.writeString(target, "old");
        write("new");

        temporaryFile.replace(target);

        assertThat(target).hasContent("new");
    }

    @Test
    void aNewFileNeverReplacesAnEarlierOne() throws IOException {
        Files.writeString(target, "old");
        write("new");

        assertThatThrownBy(() -> temporaryFile.moveToNew(target)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(target).hasContent("old");
        temporaryFile.discard();
        assertThat(folder).isDirectoryContaining(target::equals).isDirectoryNotContaining(temporaryFile.path()::equals);
    }

    @Test
    void aNewFileAppearsWhereNothingLies() throws IOException {
        write("new");

        temporaryFile.moveToNew(target);

        assertThat(target).hasContent("new");
        assertThat(temporaryFile.path()).doesNotExist();
    }

    @Test
    void whatACrashLeftIsThrownAway() throws IOException {
        Files.writeString(temporaryFile.path(), "half of something longer");
        write("new");

        temporaryFile.moveToNew(target);

        assertThat(target).hasContent("new");
    }

    @Test
    void aLinkLaidInTheWayIsNotFollowed() throws IOException {
        Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
        Files.createSymbolicLink(temporaryFile.path(), elsewhere);
        write("new");

        temporaryFile.replace(target);

        assertThat(elsewhere).isEmptyFile();
        assertThat(Files.isSymbolicLink(target)).isFalse();
    }

    @Test
    void onlyItsOwnerCanReadItFromTheFirstMomentOn() throws IOException {
        assumeTrue(OwnerOnlyPermissions.hasPermissions(folder), "Skipped: no POSIX permissions here");
        try (OutputStream out = temporaryFile.create()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporaryFile.path())))
                    .isEqualTo("rw-------");
            out.write(1);
        }
        temporaryFile.moveToNew(target);

        assertThat(OwnerOnlyPermissions.isOpenToOthers(target)).isFalse();
    }

    private void write(String text) throws IOException {
        try (OutputStream out = temporaryFile.create()) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
