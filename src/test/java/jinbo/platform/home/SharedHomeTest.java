package jinbo.platform.home;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import jinbo.platform.files.OwnerOnlyPermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SharedHomeTest {

    private static final int NODE = 0x7ABC_DEF0;

    @TempDir
    private Path folder;

    @Test
    void leavesNothingButTheLockFile() throws IOException {
        try (SharedHome shared = SharedHome.join(new Home(folder), NODE)) {
            assertThat(shared.showsLockOf(NODE)).as("the node's own lock").isTrue();
            assertThat(shared.showsLockOf(NODE + 1)).as("nobody's lock").isFalse();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(folder.resolve("nodes.lock"));
            }
            assertThat(OwnerOnlyPermissions.isOpenToOthers(shared.lockFile())).isFalse();
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("check.part"), "AccessDeniedException: check.part"),
                Arguments.of(new IOException("check.part: fsync failed: Invalid argument"), "fsync failed"),
                Arguments.of(new AtomicMoveNotSupportedException("a", "b", "no rename"), "no rename"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void reportsWhatTheFileSystemFailsToDo(IOException failure, String reason) {
        assertThatThrownBy(() -> SharedHome.join(new Home(folder), NODE, (target, content) -> {
                    throw failure;
                }))
                .is(error(HomeError.FILE_SYSTEM_UNFIT))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(reason)
                .hasCause(failure);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void reportsOldContentAfterRename() {
        assertThatThrownBy(() -> SharedHome.join(new Home(folder), NODE, (target, content) -> {
                    if (!Files.exists(target)) {
                        Files.write(target, content);
                    }
                }))
                .is(error(HomeError.FILE_NOT_REPLACED));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void reportsMissingFolder() {
        assertThatThrownBy(() -> SharedHome.join(new Home(folder.resolve("missing")), NODE))
                .is(error(HomeError.FILE_SYSTEM_UNFIT))
                .hasMessageContaining("NoSuchFileException");
    }

    @Test
    void reportsLockFileThatCannotBeOpened() throws IOException {
        Files.createDirectory(folder.resolve("nodes.lock"));

        assertThatThrownBy(() -> SharedHome.join(new Home(folder), NODE))
                .is(error(HomeError.FILE_SYSTEM_UNFIT))
                .hasMessageContaining("nodes.lock")
                .satisfies(thrown -> assertThat(
                                ((HomeException) thrown).errorMessage().in(Locale.CHINESE))
                        .contains("数据目录所在的文件系统未通过检查"));
    }
}
