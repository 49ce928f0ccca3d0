package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellIT {

    @TempDir
    private Path folder;

    @Test
    void leavesNoFilesOfItsStreams() {
        Shell.Answer answer = new Shell(folder, Map.of())
                .run("readlink", "/proc/self/fd/0", "/proc/self/fd/1", "/proc/self/fd/2")
                .succeeded();

        assertThat(answer.out().lines().map(Path::of))
                .hasSize(3)
                .allSatisfy(stream -> assertThat(stream).doesNotExist());
    }
}
