package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This code writes the vectors of {@code exchange-formats/access-log/v1} byte by byte. With
 * {@code -Djinbo.vectors=write} they are stored again first.
 */
class PublishedVectorsWriterTest {

    private static final Path VECTORS = Path.of("exchange-formats", "access-log", "v1", "vectors");
    private static final VerifierKey KEY = SampleKeys.log().verifierKey();

    @TempDir
    static Path temp;

    private static Path written;

    @BeforeAll
    static void write() throws IOException, TlogException {
        written = temp.resolve("vectors");
        new VectorFiles(written).write();
        if ("write".equals(System.getProperty("jinbo.vectors"))) {
            for (Map.Entry<String, Path> old : files(VECTORS).entrySet()) {
                Files.delete(old.getValue());
            }
            for (Map.Entry<String, Path> file : files(written).entrySet()) {
                Path target = VECTORS.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.copy(file.getValue(), target);
            }
        }
    }

    @Test
    void vectorFilesAreUpToDate() throws IOException {
        assertThat(files(VECTORS).keySet()).isEqualTo(files(written).keySet());
        for (Map.Entry<String, Path> file : files(written).entrySet()) {
            assertThat(VECTORS.resolve(file.getKey())).hasSameBinaryContentAs(file.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusesCheckpointThatTheSpecificationRefuses(Path file) throws IOException {
        String note = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Checkpoint.open(SignedNote.parse(note), KEY)).isInstanceOf(TlogException.class);
    }

    static Stream<Path> refusesCheckpointThatTheSpecificationRefuses() throws IOException {
        return files(VECTORS.resolve("refused/checkpoints")).values().stream();
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .forEach(file ->
                                files.put(folder.relativize(file).toString().replace('\\', '/'), file));
            }
        }
        return files;
    }
}
