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
    private TemporaryFile draft;

    @BeforeEach
    void beside() {
        target = folder.resolve("list.csv");
        draft = TemporaryFile.of(target);
    }

    @Test
    void nothingIsToBeSeenBeforeItIsWhole() throws IOException {
        write("new");
        assertThat(target).doesNotExist();

        draft.becomes(target);

        assertThat(target).hasContent("new");
        assertThat(draft.path()).doesNotExist();
    }

    @Test
    void anEarlierFileIsReplaced() throws IOException {
        Files.writeString(target, "old");
        write("new");

        draft.becomes(target);

        assertThat(target).hasContent("new");
    }

    @Test
    void aNewFileNeverReplacesAnEarlierOne() throws IOException {
        Files.writeString(target, "old");
        write("new");

        assertThatThrownBy(() -> draft.becomesNew(target)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(target).hasContent("old");
        draft.discard();
        assertThat(folder).isDirectoryContaining(target::equals).isDirectoryNotContaining(draft.path()::equals);
    }

    @Test
    void aNewFileAppearsWhereNothingLies() throws IOException {
        write("new");

        draft.becomesNew(target);

        assertThat(target).hasContent("new");
        assertThat(draft.path()).doesNotExist();
    }

    @Test
    void whatACrashLeftIsThrownAway() throws IOException {
        Files.writeString(draft.path(), "half of something longer");
        write("new");

        draft.becomesNew(target);

        assertThat(target).hasContent("new");
    }

    @Test
    void aLinkLaidInTheWayIsNotFollowed() throws IOException {
        Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
        Files.createSymbolicLink(draft.path(), elsewhere);
        write("new");

        draft.becomes(target);

        assertThat(elsewhere).isEmptyFile();
        assertThat(Files.isSymbolicLink(target)).isFalse();
    }

    @Test
    void onlyItsOwnerCanReadItFromTheFirstMomentOn() throws IOException {
        assumeTrue(OwnerOnlyPermissions.hasPermissions(folder), "Skipped: no POSIX permissions here");
        try (OutputStream out = draft.create()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft.path())))
                    .isEqualTo("rw-------");
            out.write(1);
        }
        draft.becomesNew(target);

        assertThat(OwnerOnlyPermissions.isOpenToOthers(target)).isFalse();
    }

    private void write(String text) throws IOException {
        try (OutputStream out = draft.create()) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
