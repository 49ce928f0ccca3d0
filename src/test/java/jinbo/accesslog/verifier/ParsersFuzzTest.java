package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import jinbo.accesslog.verifier.EntryStream.EntryBundle;
import jinbo.accesslog.verifier.RetainedEvidence.RetainedAnswer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A parser accepts or refuses any bytes without other failures, and never accepts two spellings of one value. */
class ParsersFuzzTest {

    private static final long SEED = 20261012;
    private static final int ROUNDS = 4000;
    private static final LogFixture LOG = LogFixture.of(7);
    private static final VerifierKey KEY = LogFixture.SIGNER.verifierKey();

    /** Returns true if it accepts the bytes. */
    private interface Parser {
        boolean takes(byte[] bytes) throws MalformedException;
    }

    enum Parsed {
        KEY_TEXT(
                LogFixture.SIGNER.key(),
                bytes -> VerifierKey.parse(NoteText.of(bytes)).isSameAs(KEY)),
        CHECKPOINT(LOG.checkpoint(), bytes -> Checkpoint.open(bytes, KEY).size() >= 0),
        PROOF(LOG.proof(3), bytes -> {
            TlogProof proof = TlogProof.read(bytes, KEY);
            return proof.inclusion().proves(entry(), proof.index(), proof.checkpoint());
        }),
        CONSISTENCY(consistency(), bytes -> {
            ConsistencyProof proof =
                    ConsistencyProof.parse(List.of(NoteText.of(bytes).split("\n", -1)));
            return proof.proves(head(LOG.first(3)), head(LOG));
        }),
        ENTRY(LOG.entries().get(3), bytes -> {
            LogEntry.read(bytes);
            return false;
        }),
        MANIFEST(LOG.manifest(2, 3, 4), bytes -> {
            RetainedAnswer.read(bytes, KEY);
            return false;
        }),
        TILE_PATH("tile/entries/x001/x234/067.p/13", bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            Optional<TilePath> path = TilePath.read(text);
            path.ifPresent(read -> assertThat(read).hasToString(text));
            return false;
        }),
        BUNDLE(new String(LogFixture.bundle(LOG.entries()), StandardCharsets.ISO_8859_1), bytes -> {
            EntryBundle bundle = new EntryBundle(bytes);
            while (bundle.next().isPresent()) {
                continue;
            }
            return false;
        });

        private final String sound;
        private final Parser parser;

        Parsed(String sound, Parser parser) {
            this.sound = sound;
            this.parser = parser;
        }

        private static String consistency() {
            return NaiveTree.consistency(3, LOG.leaves()).stream()
                    .map(hash -> Base64.getEncoder().encodeToString(hash))
                    .collect(Collectors.joining("\n"));
        }

        private static Checkpoint head(LogFixture log) throws MalformedException {
            return Checkpoint.open(log.checkpoint().getBytes(StandardCharsets.UTF_8), KEY);
        }

        private static byte[] entry() {
            return LOG.entries().get(3).getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesOrAnswers(Parsed parsed) throws MalformedException {
        Random random = new Random(SEED);
        byte[] sound = parsed.sound.getBytes(StandardCharsets.UTF_8);
        parsed.parser.takes(sound);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated(sound, random);
            try {
                if (parsed.parser.takes(mutated)) {
                    // only the final line feed of a key may differ
                    assertThat(new String(mutated, StandardCharsets.UTF_8).stripTrailing())
                            .as("seed " + SEED + ", round " + round)
                            .isEqualTo(parsed.sound.stripTrailing());
                }
            } catch (MalformedException refused) {
                assertThat(refused).hasMessageNotContaining("{");
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + SEED + ", round " + round + ": " + Arrays.toString(mutated), e);
            }
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] mutated = sound.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0 && mutated.length > 0; changes--) {
            int at = random.nextInt(mutated.length);
            List<byte[]> choices = List.of(
                    with(mutated, at, (byte) random.nextInt()),
                    with(mutated, at, (byte) "\n0+/= {}[]\"\\:,9x".charAt(random.nextInt(16))),
                    Arrays.copyOf(mutated, at),
                    Arrays.copyOf(mutated, mutated.length + 1),
                    joined(mutated, at, random.nextInt(mutated.length)));
            mutated = choices.get(random.nextInt(choices.size()));
        }
        return mutated;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    /** The first bytes and then the last ones: a piece is missing or repeated. */
    private static byte[] joined(byte[] bytes, int end, int start) {
        byte[] joined = Arrays.copyOf(bytes, end + bytes.length - start);
        System.arraycopy(bytes, start, joined, end, bytes.length - start);
        return joined;
    }
}
