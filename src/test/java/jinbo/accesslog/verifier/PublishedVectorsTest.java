package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verifier reads the vectors of {@code exchange-formats/access-log/v1} as the log's writer meant them. */
class PublishedVectorsTest {

    private static final Path VECTORS = Path.of("exchange-formats", "access-log", "v1", "vectors");
    private static final Path KEY = VECTORS.resolve("export/log.vkey");

    @Test
    void theExportIsWholeAndAgreesWithEveryOlderCheckpoint() throws IOException {
        List<Path> checkpoints = files("checkpoints");

        VerificationOutcome verificationOutcome = new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(KEY, VECTORS.resolve("export"), checkpoints, List.of());

        assertThat(checkpoints).isNotEmpty();
        assertThat(verificationOutcome).isInstanceOfSatisfying(VerificationOutcome.Whole.class, whole -> {
            assertThat(whole.size()).isEqualTo(300);
            assertThat(whole.kept()).isEqualTo(checkpoints.size());
        });
    }

    @Test
    void everyLineIsAnEntry() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve("entries.jsonl"));

        assertThat(lines).hasSize(300).allSatisfy(line -> LogEntry.read(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyProofProvesAndNoRefusedOneDoes() throws IOException {
        assertThat(files("proofs"))
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(verify(proof).isWhole()).isTrue());
        assertThat(files("refused/proofs"))
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(verify(proof).isWhole()).isFalse());
    }

    @Test
    void everyConsistencyProofProves() throws Exception {
        VerifierKey key = VerifierKey.parse(Files.readString(KEY));
        String json = "{\"all\":" + Files.readString(VECTORS.resolve("consistency.json")) + "}";
        JsonValue.Items all = (JsonValue.Items)
                JsonReader.readObject(json, Fault.JSON_MALFORMED).values().get("all");

        assertThat(all.values()).isNotEmpty();
        for (JsonValue one : all.values()) {
            Map<String, JsonValue> fields = ((JsonValue.Members) one).values();
            ConsistencyProof proof = new ConsistencyProof(((JsonValue.Items) fields.get("proof"))
                    .values().stream().map(PublishedVectorsTest::hash).toList());
            assertThat(proof.proves(checkpoint(fields.get("from"), key), checkpoint(fields.get("to"), key)))
                    .as(fields.get("from") + " to " + fields.get("to"))
                    .isTrue();
        }
    }

    @Test
    void noRefusedEntryIsOne() throws IOException {
        assertThat(files("refused/entries"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(isEntry(file)).isFalse());
    }

    @Test
    void noRefusedCheckpointIsOneOfThisLog() throws IOException {
        assertThat(files("refused/checkpoints"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                                .verify(KEY, VECTORS.resolve("export"), List.of(file), List.of())
                                .isWhole())
                        .isFalse());
    }

    private static VerificationOutcome verify(Path proof) {
        return new VerifyProof().verify(KEY, proof, Optional.empty());
    }

    private static boolean isEntry(Path file) throws IOException {
        try {
            LogEntry.read(Files.readAllBytes(file));
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static Checkpoint checkpoint(JsonValue size, VerifierKey key) throws Exception {
        Path older = VECTORS.resolve("checkpoints").resolve(((JsonValue.Numeral) size).spelling());
        return Checkpoint.open(
                Files.readString(Files.exists(older) ? older : VECTORS.resolve("export/checkpoint")), key);
    }

    private static Hash hash(JsonValue base64) {
        try {
            return Hash.read(((JsonValue.Text) base64).value(), Fault.CONSISTENCY_WRONG);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(VECTORS.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
