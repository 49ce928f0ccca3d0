package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.TlogProof.EntryBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors of {@code exchange-formats/access-log/v1} are what this code writes, to the byte. With
 * {@code -Djinbo.vectors=write} they are stored anew first.
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
    void the_vectors_are_what_is_written_and_no_more() throws IOException {
        assertThat(files(VECTORS).keySet()).isEqualTo(files(written).keySet());
        for (Map.Entry<String, Path> file : files(written).entrySet()) {
            assertThat(VECTORS.resolve(file.getKey())).hasSameBinaryContentAs(file.getValue());
        }
    }

    @Test
    void every_proof_of_the_vectors_proves_the_entry_that_it_carries() throws IOException, TlogException {
        Map<String, Path> proofs = files(VECTORS.resolve("proofs"));
        for (Path file : proofs.values()) {
            TlogProof proof = TlogProof.parse(Files.readAllBytes(file));
            EntryBytes entry = proof.entry().orElseThrow();

            assertThat(proof.holds(entry.leaf(), KEY)).as("%s", file).isTrue();
            assertThat(entry.bytes()).isEqualTo(SampleLog.lines().get((int) proof.index()));
        }
        assertThat(proofs).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void what_stands_under_refused_is_refused(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);

        switch (file.getParent().getFileName().toString()) {
            case "entries" ->
                assertThatThrownBy(() -> EntryCodec.read(content)).isInstanceOf(TlogFormatException.class);
            case "checkpoints" ->
                assertThatThrownBy(() -> Checkpoint.open(SignedNote.parse(content), KEY))
                        .isInstanceOf(TlogException.class);
            case "proofs" -> assertThat(proves(content)).isFalse();
            default -> throw new AssertionError("Unknown folder of " + file);
        }
    }

    static Stream<Path> what_stands_under_refused_is_refused() throws IOException {
        return files(VECTORS.resolve("refused")).values().stream();
    }

    private static boolean proves(byte[] content) {
        try {
            TlogProof proof = TlogProof.parse(content);
            return proof.holds(proof.entry().orElseThrow().leaf(), KEY);
        } catch (TlogException refused) {
            return false;
        }
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
