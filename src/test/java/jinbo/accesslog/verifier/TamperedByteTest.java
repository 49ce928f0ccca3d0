package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of any byte of an export, a proof or retained evidence is found. */
class TamperedByteTest {

    private static final long SEED = 20120921;
    private static final int ROUNDS = 600;

    @TempDir
    private Path folder;

    private Path key;
    private Path export;

    @BeforeEach
    void aSmallWholeLog() {
        key = LogFixture.write(folder.resolve("key"), LogFixture.SIGNER.key());
        export = LogFixture.of(3).export(folder.resolve("export"));
    }

    @Test
    void anyByteOfAnyFileOfTheExportChanged() throws Exception {
        assertThat(verify().isWhole()).isTrue();
        for (Path file : files()) {
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < sound.length; i++) {
                byte[] changed = sound.clone();
                changed[i] ^= (byte) (1 << i % Byte.SIZE);
                Files.write(file, changed);
                assertThat(verify().isWhole()).as(file + " at " + i).isFalse();
            }
            Files.write(file, sound);
        }
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void anyByteOfAFullTileAndOfAHigherLevelChanged() throws Exception {
        export = LogFixture.of(257).export(folder.resolve("larger"));
        for (String name : List.of("tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1")) {
            Path file = export.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < sound.length; i += 61) {
                byte[] changed = sound.clone();
                changed[i] ^= 16;
                Files.write(file, changed);
                assertThat(verify().isWhole()).as(file + " at " + i).isFalse();
            }
            Files.write(file, sound);
        }
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void anyByteOfAProofChanged() throws Exception {
        Path proof = LogFixture.write(folder.resolve("proof"), LogFixture.of(9).proof(4));
        Path entry = LogFixture.write(
                folder.resolve("entry"), LogFixture.of(9).entries().get(4));
        assertThat(new VerifyProof()
                        .verify(key, proof, java.util.Optional.of(entry))
                        .isWhole())
                .isTrue();
        for (Path file : List.of(proof, entry, key)) {
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < sound.length; i++) {
                byte[] changed = sound.clone();
                changed[i] ^= (byte) (1 << i % Byte.SIZE);
                Files.write(file, changed);
                assertThat(new VerifyProof()
                                .verify(key, proof, java.util.Optional.of(entry))
                                .isWhole())
                        .as(file + " at " + i)
                        .isFalse();
            }
            Files.write(file, sound);
        }
    }

    @Test
    void verifierFindsEveryFuzzedChange() throws Exception {
        Random random = new Random(SEED);
        LogFixture log = LogFixture.of(18);
        export = log.export(folder.resolve("eighteen"));
        Path manifest =
                LogFixture.write(folder.resolve("manifest.json"), log.first(16).manifest(2, 15, 4));
        Path kept = LogFixture.write(folder.resolve("kept"), log.first(5).checkpoint());
        List<Path> targets =
                Stream.concat(files().stream(), Stream.of(key, kept)).toList();
        assertThat(new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                        .verify(key, export, List.of(kept), List.of(manifest))
                        .isWhole())
                .as("what nobody has changed")
                .isTrue();
        for (int round = 0; round < ROUNDS; round++) {
            Path target = round % 4 == 0 ? manifest : targets.get(random.nextInt(targets.size()));
            byte[] sound = Files.readAllBytes(target);
            byte[] mutated = mutated(sound, random);
            Files.write(target, mutated);

            VerificationOutcome verificationOutcome = new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                    .verify(key, export, List.of(kept), List.of(manifest));

            // a manifest has blanks and foreign fields; the final line feed of a key is optional
            if (!target.equals(manifest) && !new String(mutated).strip().equals(new String(sound).strip())) {
                assertThat(verificationOutcome.isWhole())
                        .as("seed " + SEED + ", round " + round + ", " + target)
                        .isFalse();
            }
            assertThat(verificationOutcome.sentence(java.util.Locale.CHINESE)).isNotBlank();
            Files.write(target, sound);
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] mutated = sound.clone();
        int at = random.nextInt(sound.length);
        switch (random.nextInt(5)) {
            case 0 -> mutated[at] = (byte) random.nextInt();
            case 1 -> mutated = java.util.Arrays.copyOf(sound, at);
            case 2 -> mutated = java.util.Arrays.copyOf(sound, sound.length + 1 + random.nextInt(40));
            case 3 -> {
                byte[] random40 = new byte[Math.min(40, sound.length - at)];
                random.nextBytes(random40);
                System.arraycopy(random40, 0, mutated, at, random40.length);
            }
            default -> {
                int from = random.nextInt(sound.length);
                int length = Math.min(random.nextInt(60), sound.length - Math.max(at, from));
                System.arraycopy(sound, from, mutated, at, length);
            }
        }
        return mutated;
    }

    private VerificationOutcome verify() {
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {}).verify(key, export, List.of(), List.of());
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> walk = Files.walk(export)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
