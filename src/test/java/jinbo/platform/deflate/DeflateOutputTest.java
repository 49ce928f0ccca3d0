package jinbo.platform.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateOutputTest {

    private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    private final byte[] clear = new byte[8_000_000];
    private int size;
    private final DeflateOutput out = new DeflateOutput(deflated);

    @Test
    void inflatesEveryLengthAndDistance() throws IOException {
        byte[] alphabet = new byte[DeflateOutput.WINDOW];
        new Random(1).nextBytes(alphabet);
        literals(alphabet);
        for (int length = 3; length <= 258; length++) {
            repeat(length, length);
        }
        for (int distance = 1; distance <= DeflateOutput.WINDOW; distance++) {
            repeat(3, distance);
        }

        assertThat(inflated()).isEqualTo(Arrays.copyOf(clear, size));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inflatesRandomContent(long seed) throws IOException {
        Random random = new Random(seed);
        literals(new byte[] {1});
        for (int i = 0; i < 60_000; i++) {
            switch (random.nextInt(seed % 2 == 0 ? 300 : 40_000)) {
                case 0 -> stored(bytes(random, 70_000));
                case 1 -> stored(new byte[0]);
                case 2 -> literals(bytes(random, 300));
                default -> {
                    if (random.nextBoolean()) {
                        literals(new byte[] {(byte) (random.nextGaussian() * 9)});
                    } else {
                        repeat(3 + random.nextInt(256), 1 + random.nextInt(Math.min(size, DeflateOutput.WINDOW)));
                    }
                }
            }
            if (size > 3_000_000) {
                break;
            }
        }

        assertThat(inflated()).as("seed %d", seed).isEqualTo(Arrays.copyOf(clear, size));
    }

    @Test
    void limitsCodeLengthsOfRareSymbols() throws IOException {
        int often = 1;
        int before = 1;
        for (int symbol = 0; symbol < 22; symbol++) {
            byte[] same = new byte[often];
            Arrays.fill(same, (byte) symbol);
            literals(same);
            int next = often + before;
            before = often;
            often = next;
        }

        assertThat(inflated()).isEqualTo(Arrays.copyOf(clear, size));
    }

    @Test
    void inflatesEmptyStream() throws IOException {
        assertThat(inflated()).isEmpty();
        assertThat(deflated.size()).isEqualTo(1 + 4 + 3);
    }

    @Test
    void refusesInvalidRepetitions() {
        assertThatIllegalArgumentException().isThrownBy(() -> out.repeat(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> out.repeat(259, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> out.repeat(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> out.repeat(3, DeflateOutput.WINDOW + 1));
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void literals(byte[] bytes) throws IOException {
        out.literals(bytes, 0, bytes.length);
        expect(bytes);
    }

    private void stored(byte[] bytes) throws IOException {
        out.stored(bytes);
        expect(bytes);
    }

    private void repeat(int length, int distance) throws IOException {
        out.repeat(length, distance);
        for (int i = 0; i < length; i++) {
            clear[size] = clear[size - distance];
            size++;
        }
    }

    private void expect(byte[] bytes) {
        System.arraycopy(bytes, 0, clear, size, bytes.length);
        size += bytes.length;
    }

    private byte[] inflated() throws IOException {
        byte[] end = {'e', 'n', 'd'};
        out.finish(end);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(deflated.toByteArray()), inflater)) {
            byte[] all = in.readAllBytes();
            assertThat(inflater.finished()).isTrue();
            assertThat(Arrays.copyOfRange(all, all.length - end.length, all.length))
                    .isEqualTo(end);
            return Arrays.copyOf(all, all.length - end.length);
        } finally {
            inflater.end();
        }
    }
}
