package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierKeyTest {

    private static final String PETER = SampleKeys.PETER;

    @Test
    void parsesTestKeyOfGo() throws TlogFormatException {
        VerifierKey key = VerifierKey.parse(PETER);

        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.id()).isEqualTo(0xc74f20a3);
        assertThat(key).hasToString(PETER);
        assertThat(SampleKeys.peter().verifierKey()).isEqualTo(key);
    }

    @Test
    void refusesTruncatedKey() {
        for (int begin = 0; begin < PETER.length(); begin++) {
            for (int end = begin; end <= PETER.length(); end++) {
                if (end - begin < PETER.length()) {
                    refuse(PETER.substring(begin, end));
                }
            }
        }
    }

    @Test
    void refusesKeyWithFlippedBit() {
        byte[] bytes = PETER.getBytes(StandardCharsets.US_ASCII);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            refuse(new String(bytes, StandardCharsets.ISO_8859_1));
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // too long, and of another algorithm; both with a matching hash
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==, the key",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, the key",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, the hash",
        "'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', the name",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, the name",
        "PeterNeumann+c74f20a3, the whole",
    })
    void refusalOfKeyNamesThePart(String key, String place) {
        assertThatThrownBy(() -> VerifierKey.parse(key))
                .isInstanceOf(TlogFormatException.class)
                .hasMessageContaining(": " + place + " ");
    }

    private static void refuse(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).as(key).isInstanceOf(TlogFormatException.class);
    }
}
