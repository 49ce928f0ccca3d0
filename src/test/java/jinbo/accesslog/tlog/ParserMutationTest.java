package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A parser refuses its input with its own exception or accepts it in its only spelling: written again, it has the same
 * bytes. Every input is made from a printed seed.
 */
class ParserMutationTest {

    private static final int ROUNDS = 5_000;
    private static final String[] PIECES = {
        "\n",
        "\n\n",
        "\u2014 ",
        "0",
        "00",
        "-1",
        "256",
        "9223372036854775807",
        "9223372036854775808",
        "=",
        "==",
        "+",
        "/",
        "x000/",
        ".p/",
        "index ",
        "extra ",
        "\u0000",
        "\u00a0",
        "\\u0041",
        "\\",
        "\"",
        "{",
        "}",
        ",",
        "\ufeff",
        "e1",
        " "
    };

    private interface Parser {
        byte[] again(byte[] input) throws TlogFormatException;
    }

    @Test
    void signedNoteParsesCanonicallyOrIsRefused() {
        survive(head().toString(), input -> utf8(SignedNote.parse(text(input)).toString()));
    }

    @Test
    void checkpointParsesCanonicallyOrIsRefused() {
        survive(head().text(), input -> utf8(Checkpoint.parse(text(input)).text()));
    }

    @Test
    void damagedTileChangesRootOrIsReported() {
        TreeHash root = tree().root();
        byte[] sound = NaiveTree.of(9).leaves().stream()
                .map(TreeHash::bytes)
                .reduce(new byte[0], (head, hash) -> joined(head, hash, hash, hash.length));
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] input = mutated(sound, new Random(seed));
            InMemoryTileStore tiles = new InMemoryTileStore();
            tiles.write(0, 0, input);
            MerkleTree read = new MerkleTree(tiles, 9);
            try {
                boolean same =
                        input.length >= sound.length && Arrays.equals(input, 0, sound.length, sound, 0, sound.length);
                assertThat(read.root().equals(root)).as("seed %d", seed).isEqualTo(same);
                assertThat(read.inclusion(8).holds(TreeHash.of(input, 8 * TreeHash.LENGTH), read.root()))
                        .as("seed %d", seed)
                        .isTrue();
            } catch (TileDamagedException refused) {
                assertThat(refused.level()).isZero();
            }
        }
    }

    private static void survive(String seedInput, Parser parser) {
        survive(utf8(seedInput), ROUNDS, parser);
    }

    private static void survive(byte[] seedInput, int rounds, Parser parser) {
        try {
            assertThat(parser.again(seedInput)).as("what nobody has changed").isEqualTo(seedInput);
        } catch (TlogFormatException refused) {
            throw new AssertionError("what nobody has changed is refused", refused);
        }
        for (int seed = 0; seed < rounds; seed++) {
            byte[] input = mutated(seedInput, new Random(seed));
            try {
                assertThat(Arrays.equals(parser.again(input), input))
                        .as("seed %d is read and written as something else", seed)
                        .isTrue();
            } catch (TlogFormatException refused) {
                assertThat(refused).hasMessageStartingWith("Not a sound ");
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
    }

    private static byte[] mutated(byte[] from, Random random) {
        byte[] bytes = from;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(8));
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(Arrays.copyOf(bytes, at), utf8(PIECES[random.nextInt(PIECES.length)]), bytes, at);
                case 1 -> joined(Arrays.copyOf(bytes, at), new byte[0], bytes, end);
                case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, end), bytes, at);
                case 3 -> Arrays.copyOf(bytes, at);
                default -> flipped(bytes, at, random.nextInt(Byte.SIZE));
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, byte[] middle, byte[] bytes, int tailFrom) {
        byte[] all = Arrays.copyOf(head, head.length + middle.length + bytes.length - tailFrom);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(bytes, tailFrom, all, head.length + middle.length, bytes.length - tailFrom);
        return all;
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] copy = bytes.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << bit);
        }
        return copy;
    }

    private static MerkleTree tree() {
        return new MerkleTree(new InMemoryTileStore(), 0).append(NaiveTree.of(9).leaves());
    }

    private static SignedNote head() {
        return new Checkpoint(SampleKeys.LOG_NAME, 9, tree().root()).sign(SampleKeys.log());
    }

    private static String text(byte[] input) throws TlogFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TlogFormatException("text", "the whole", "is not UTF-8");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
